import { randomUUIDv7 } from 'node:crypto';
import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { World } from '../support/world.ts';

type Site = Schemas['Site'] & Schemas['Problem'];

describe('the life of a site', () => {
  let world: World;
  let dealer: Dealer;
  const expected: string[] = [];
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
  });
  afterAll(() => world.stop());

  const listed = async (query = ''): Promise<string[]> =>
    (await world.call<Schemas['SitePage']>('GET', `/sites?limit=100${query}`)).body.items.map(({ id }) => id);

  it('is edited field by field; the next text uses the new words', async () => {
    const phone = '+16465550150';
    const site = await dealer.site({ country: 'CA', address: '1 Elm Street', subscriberName: 'Dana' });
    const changed = await dealer.asks<Site>('PATCH', `/sites/${site.id}`, 1, {
      name: 'Oak Bakery',
      address: null,
      minimumReachable: 1,
    });
    expect(changed.body).toEqual({
      ...site,
      name: 'Oak Bakery',
      contactLabel: 'Oak Bakery',
      address: null,
      minimumReachable: 1,
      reachability: { ...site.reachability, minimum: 1 },
      version: 2,
    });
    expect(
      (await dealer.asks<Site>('PATCH', `/sites/${site.id}`, 2, { name: 'Oak Bakery' })).body.version,
    ).toBe(2);
    const { id } = await dealer.adds(site.id, phone);
    await dealer.welcomes(id);
    expected.push(phone);
    expect((await world.sandbox.textsTo(phone))[0]?.body).toContain('emergency contact for Oak Bakery.');
  });

  it('refuses what cannot be accepted, and changes nothing', async () => {
    const [site, other] = [await dealer.site(), await dealer.site()];
    for (const [body, status, field] of [
      [{ accountNumber: other.accountNumber }, 409, 'accountNumber'],
      [{ name: '' }, 422, 'name'],
      [{ timeZone: 'Mars/Base' }, 422, 'timeZone'],
      [{ minimumReachable: 10 }, 422, 'minimumReachable'],
      [{ brand: 'x' }, 422, 'brand'],
    ] as const) {
      const answer = await dealer.asks<Site>('PATCH', `/sites/${site.id}`, 1, body);
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([status, field]);
    }
    expect((await world.call('GET', `/sites/${site.id}`)).body).toEqual(site);
  });

  it('is archived: what waits is cancelled, links die, it and its contacts leave the lists', async () => {
    const [waiting, pending, done] = ['+16465550151', '+16465550152', '+16465550153'];
    const site = await dealer.site();
    const elsewhere = await dealer.site();
    const sameNumber = await dealer.adds(elsewhere.id, pending);
    const other = await dealer.welcomes(sameNumber.id);
    const queued = await dealer.adds(site.id, waiting);
    const welcomed = await dealer.adds(site.id, pending);
    const token = await dealer.welcomes(welcomed.id);
    const confirmed = await dealer.confirmed(site.id, done);
    expected.push(pending, pending, done, done);
    await dealer.keepsWaiting(waiting);
    await world.send(queued.id);
    await dealer.textWaits(queued.id);

    const archived = await world.call<Site>('POST', `/sites/${site.id}/archive`);
    expect(archived.status).toBe(200);
    expect(archived.body.archivedAt).not.toBeNull();
    expect(archived.headers.get('etag')).toBe('"2"');
    await dealer.nothingWaits(queued.id);
    await dealer.linkIsDead(token);
    expect((await world.asPage(other, 'GET')).status).toBe(200);
    expect(await listed()).not.toContain(site.id);
    expect(await listed()).toContain(elsewhere.id);
    expect(await listed('&archived=true')).toEqual([site.id]);
    for (const address of ['contacts', 'recipients']) {
      expect((await world.call('GET', `/sites/${site.id}/${address}`)).status).toBe(404);
    }
    expect((await world.call('GET', `/contacts/${confirmed.id}`)).status).toBe(404);
    expect((await world.send(welcomed.id)).status).toBe(404);
    expect((await dealer.asks('PATCH', `/sites/${site.id}`, '*', { name: 'Other' })).status).toBe(404);
    const body = { name: 'Bo', phone: '+16465550154' };
    expect((await world.call('POST', `/sites/${site.id}/contacts`, body)).status).toBe(404);
    const twice = await world.call<Site>('POST', `/sites/${site.id}/archive`);
    expect(twice.body).toEqual(archived.body);
    await dealer.letsThrough(waiting);
    await world.nothingElseWasSent(...expected);

    const back = await world.call<Site>('POST', `/sites/${site.id}/restore`);
    expect(back.body).toMatchObject({
      archivedAt: null,
      version: 3,
      reachability: { reachable: 1, contacts: 3 },
    });
    expect(await listed()).toContain(site.id);
    expect(await listed('&archived=true')).toEqual([]);
    expect((await world.contactNow(confirmed.id)).status.kind).toBe('confirmed');
    expect((await world.contactNow(welcomed.id)).status.kind).toBe('link_expired');
    expect((await world.contactNow(queued.id)).status.kind).toBe('not_sent');
    await dealer.linkIsDead(token);
    await dealer.welcomes(queued.id);
    expected.push(waiting);
    await world.nothingElseWasSent(...expected);
  });

  it('keeps an archived site from bringing back one of its contacts', async () => {
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, '+16465550155');
    await dealer.removes(id);
    await world.call('POST', `/sites/${site.id}/archive`);
    const refused = await dealer.restores(id);
    expect([refused.status, refused.body.code]).toEqual([409, 'not-removed']);
  });

  it('knows only sites of the dealer', async () => {
    for (const [method, address] of [
      ['PATCH', ''],
      ['POST', '/archive'],
      ['POST', '/restore'],
      ['GET', '/recipients'],
      ['PUT', '/slots'],
    ] as const) {
      const slots = { slots: [{ contactId: randomUUIDv7(), slotNumber: 1 }] };
      const body = method === 'PATCH' ? {} : method === 'PUT' ? slots : undefined;
      expect((await dealer.asks(method, `/sites/${randomUUIDv7()}${address}`, '*', body)).status).toBe(404);
    }
    const query = await world.call('GET', '/sites?archived=maybe');
    expect(query.status).toBe(422);
  });
});
