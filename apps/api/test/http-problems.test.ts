import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addApiKey, demoTenant, everything } from './support/tenants.ts';
import { World, type Answer } from './support/world.ts';

describe('refusals over HTTP', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
    await world.contact('+12125550100', { slotNumber: 3 });
  });
  afterAll(() => world.stop());

  const isProblem = (answer: Answer, status: number): void => {
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//u) as string });
  };

  it.each([
    ['too short', 'phone', { phone: '555-01' }, 422],
    ['letters', 'phone', { phone: 'call me' }, 422],
    ['vanity', 'phone', { phone: '1-800-FLOWERS' }, 422],
    ['an extension', 'phone', { phone: '(212) 555-0101 ext. 5' }, 422],
    ['911', 'phone', { phone: '911' }, 422],
    ['112', 'phone', { phone: '112' }, 422],
    ['10,000 digits', 'phone', { phone: '2'.repeat(10_000) }, 422],
    ['10,000 characters', 'name', { name: 'a'.repeat(10_000) }, 422],
    ['emoji', 'phone', { phone: '📞📞📞' }, 422],
    ['a right-to-left override', 'name', { name: 'Ana\u202EzereP' }, 422],
    ['a zero-width name', 'name', { name: '\u200B\u200B' }, 422],
    ['a field that there is not', 'colour', { colour: 'red' }, 422],
    ['a phone on the list', 'phone', { phone: '(212) 555-0100' }, 409],
    ['a taken slot', 'slotNumber', { slotNumber: 3 }, 409],
  ])('names the field and stores nothing: %s', async (_, field, wrong, status) => {
    const before = await everything(world);
    const answer = await world.call<Schemas['Problem']>('POST', `/sites/${world.site}/contacts`, {
      name: 'Ben Ito',
      phone: '(212) 555-0101',
      ...wrong,
    });
    isProblem(answer, status);
    const error = answer.body.errors?.find((one) => one.field === field);
    expect(error, JSON.stringify(answer.body)).toBeDefined();
    expect(error?.message).not.toBe('');
    expect(error?.accepted).not.toBe('');
    expect(await everything(world)).toEqual(before);
  });

  it('answers 401 without credentials and to an unknown key', async () => {
    isProblem(await world.request('GET', '/api/v1/sites', {}), 401);
    isProblem(await world.call('GET', '/sites', undefined, 'khk_unknown'), 401);
  });

  it('answers 403 to a key without the scope', async () => {
    const key = await addApiKey(world, demoTenant(world), { scopes: [] });
    isProblem(await world.call('GET', '/sites', undefined, key), 403);
  });
});
