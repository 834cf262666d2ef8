import type { Schemas } from '@keyholder/api-client';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { World } from '../support/world.ts';

type Both = Schemas['Contact'] & Schemas['Problem'];

describe('an edit names the version that it was made on', () => {
  let world: World;
  let dealer: Dealer;
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
  });
  afterAll(() => world.stop());

  it('gives the version as ETag on everything that can be edited', async () => {
    const site = await world.call<Schemas['Site']>('POST', '/sites', {
      name: 'Etag Ltd',
      accountNumber: 'ETAG-1',
      timeZone: 'America/Chicago',
    });
    expect(site.headers.get('etag')).toBe('"1"');
    const made = await world.call<Both>('POST', `/sites/${site.body.id}/contacts`, {
      name: 'Ana',
      phone: '+16465550100',
    });
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.headers.get('cache-control')).toBe('no-store');
    const address = `/contacts/${made.body.id}`;
    expect((await world.call('GET', address)).headers.get('etag')).toBe('"1"');
    const changed = await dealer.asks<Both>('PATCH', address, 1, { title: 'Owner' });
    expect([changed.headers.get('etag'), changed.body.version]).toEqual(['"2"', 2]);
    expect((await world.call('GET', `/sites/${site.body.id}`)).headers.get('etag')).toBe('"1"');
    const moved = await dealer.asks('PATCH', `/sites/${site.body.id}`, 1, { address: '1 Main Street' });
    expect(moved.headers.get('etag')).toBe('"2"');
  });

  it('refuses an edit without a version, and one on an old version, saying what was changed since', async () => {
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, '+16465550101');
    const address = `/contacts/${id}`;
    for (const [method, target, body] of [
      ['PATCH', address, { title: 'Owner' }],
      ['DELETE', address, undefined],
      ['PATCH', `/sites/${site.id}`, { name: 'Other' }],
    ] as const) {
      const answer = await dealer.asks<Both>(method, target, null, body);
      expect([answer.status, answer.body.code]).toEqual([428, 'if-match-required']);
    }
    await dealer.edits(id, { title: 'Owner', slotNumber: 4 });
    await dealer.edits(id, { language: 'es' });
    for (const method of ['PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? { title: 'Janitor' } : undefined;
      const stale = await dealer.asks<Both>(method, address, 1, body);
      expect(stale.status).toBe(412);
      expect(stale.headers.get('content-type')).toContain('application/problem+json');
      expect(stale.body).toMatchObject({
        code: 'stale',
        editedSince: [
          { by: 'Demo key', fields: ['title', 'slotNumber'] },
          { by: 'Demo key', fields: ['language'] },
        ],
      });
      expect(stale.body.detail).toContain('Demo key changed title, slotNumber.');
    }
    expect(await world.contactNow(id)).toMatchObject({ title: 'Owner', version: 3 });
    const site2 = await dealer.asks<Both>('PATCH', `/sites/${site.id}`, 1, { name: 'Elm' });
    expect(site2.status).toBe(200);
    const late = await dealer.asks<Both>('PATCH', `/sites/${site.id}`, 1, { name: 'Oak' });
    expect([late.status, late.body.editedSince?.[0]?.fields]).toEqual([412, ['name', 'contactLabel']]);
  });

  it('understands lists, weak tags and the star, and nothing that it never gave out', async () => {
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, '+16465550102');
    const change = async (ifMatch: string, title: string) =>
      (await dealer.asks('PATCH', `/contacts/${id}`, ifMatch, { title })).status;
    expect(await change('"7", "1"', 'One')).toBe(200);
    expect(await change('W/"2"', 'Two')).toBe(200);
    expect(await change('*', 'Three')).toBe(200);
    for (const never of ['4', '"four"', '"04x"', '""']) expect(await change(never, 'Four')).toBe(412);
    expect(await world.contactNow(id)).toMatchObject({ title: 'Three', version: 4 });
  });

  it('lets one of two win who edit the same version at once', async () => {
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, '+16465550103');
    // All four have read version 1 and wait for the row before any of them may write it.
    const holder = new pg.Client({ connectionString: world.database.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from contact where id = $1 for update', [id]);
    const asked = ['a', 'b', 'c', 'd'].map((title) => dealer.asks('PATCH', `/contacts/${id}`, 1, { title }));
    const waiting = async (): Promise<number> => {
      const rows = await world.database.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length;
    };
    await expect.poll(waiting, { timeout: 10_000 }).toBe(4);
    await holder.query('commit');
    await holder.end();
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412]);
    expect((await world.contactNow(id)).version).toBe(2);
  });

  it('does not grow with what the provider reports', async () => {
    const site = await dealer.site();
    const { id } = await dealer.confirmed(site.id, '+16465550104');
    expect((await dealer.asks('PATCH', `/contacts/${id}`, 1, { title: 'Owner' })).status).toBe(200);
  });
});
