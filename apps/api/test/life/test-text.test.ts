import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { tokenIn, World } from '../support/world.ts';

type Answer = Schemas['TestTextSent'] & Schemas['Problem'];

describe('a test of the welcome text on the dealer’s own phone', () => {
  let world: World;
  let dealer: Dealer;
  let contact: Schemas['Contact'];
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
    contact = await dealer.adds((await dealer.site()).id, '+12125550130');
  });
  afterAll(() => world.stop());

  const test = (phone: string) =>
    world.call<Answer>('POST', `/contacts/${contact.id}/welcome/test`, { phone });

  it('arrives marked, with a link that opens nothing, and touches the contact in no way', async () => {
    const timeline = await dealer.timeline(contact.id);
    expect(await test('(212) 555-0131')).toMatchObject({ status: 202, body: { to: '(212) 555-0131' } });
    const [text] = await world.phoneGets('+12125550131', 1);
    const { body: preview } = await world.call<Schemas['WelcomePreview']>(
      'GET',
      `/contacts/${contact.id}/welcome/preview`,
    );
    const [before, after] = preview.text.split(/•+/u);
    expect(text!.body.startsWith(`[TEST] ${before}`)).toBe(true);
    expect(text!.body.endsWith(after!)).toBe(true);
    await dealer.linkIsDead(tokenIn(text!));
    expect(await world.contactNow(contact.id)).toEqual(contact);
    expect(await dealer.timeline(contact.id)).toEqual(timeline);
    expect(await world.sandbox.textsTo(contact.phone)).toEqual([]);
  });

  it('is refused for what is no phone, an opt-out, and what the provider refuses; each says so', async () => {
    expect((await test('ask Ben')).body.errors?.[0]?.field).toBe('phone');
    const [text] = await world.sandbox.textsTo('+12125550131');
    await world.sandbox.reply('+12125550131', text!.from, 'STOP');
    await expect
      .poll(() => test('(212) 555-0131').then(({ body }) => body.code), { timeout: 10_000 })
      .toBe('opted-out');
  });

  it('has limits of its own', async () => {
    const answers: number[] = [];
    for (let time = 0; time < 6; time += 1) answers.push((await test('212 555 0132')).status);
    expect(answers).toEqual([202, 202, 202, 202, 202, 429]);
    expect(await world.sandbox.textsTo('+12125550132')).toHaveLength(5);
  });
});
