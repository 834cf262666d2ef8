import type { Schemas } from '@keyholder/api-client';
import { PATIENCE_MS } from '@keyholder/domain/site/next-action';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { World } from '../support/world.ts';

type Step = readonly [site: string, action: string, contact: string | null];

describe('the worklist', () => {
  let world: World;
  let dealer: Dealer;
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
    // The demo's own site is none of this.
    await world.call('POST', `/sites/${world.site}/archive`);
  });
  afterAll(() => world.stop());

  const worklist = async (query = ''): Promise<Step[]> => {
    await world.listsHaveCaughtUp();
    const answer = await world.call<Schemas['Worklist']>('GET', `/worklist?limit=100${query}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.items.map(({ site, action, contact }) => [site.name, action, contact?.name ?? null]);
  };
  const stepAt = async (name: string): Promise<Step | undefined> =>
    (await worklist()).find(([site]) => site === name);
  const overview = async (): Promise<Schemas['Overview']> => {
    await world.listsHaveCaughtUp();
    return (await world.call<Schemas['Overview']>('GET', '/overview')).body;
  };
  /** What is kept of every site is what its facts make it now. */
  const isTrue = async (): Promise<void> => {
    await world.listsHaveCaughtUp();
    const { items } = (await world.call<Schemas['SitePage']>('GET', '/sites?limit=100')).body;
    for (const { foundThrough: _, ...site } of items)
      expect((await world.call('GET', `/sites/${site.id}`)).body).toEqual(site);
  };

  it('follows a site from nobody to enough, step by step', async () => {
    const { id } = await dealer.site({ name: 'Step Store', minimumReachable: 1 });
    expect(await stepAt('Step Store')).toEqual(['Step Store', 'add_contact', null]);
    const contact = await dealer.adds(id, '+12125550120', { name: 'Ben Cole' });
    expect(await stepAt('Step Store')).toEqual(['Step Store', 'validate', 'Ben Cole']);
    await world.call('POST', `/contacts/${contact.id}/validation`);
    expect(await stepAt('Step Store')).toEqual(['Step Store', 'send', 'Ben Cole']);
    const token = await dealer.welcomes(contact.id);
    expect(await stepAt('Step Store')).toEqual(['Step Store', 'wait', 'Ben Cole']);
    const before = await overview();
    await world.asPage(token, 'POST', '/confirm', { pageVersion: 1, language: 'en' });
    expect(await stepAt('Step Store')).toBeUndefined();
    const now = await overview();
    expect(now).toMatchObject({
      sites: before.sites,
      meetingMinimum: before.meetingMinimum + 1,
      reachable: before.reachable + 1,
    });
    await isTrue();
  });

  it('puts a reply first, also where enough can be texted, until it is read', async () => {
    const site = await dealer.site({ name: 'Reply Room', minimumReachable: 1 });
    const contact = await dealer.confirmed(site.id, '+12125550121', { name: 'Luis Reyes' });
    expect(await stepAt('Reply Room')).toBeUndefined();
    const [text] = await world.sandbox.textsTo('+12125550121');
    await world.sandbox.reply('+12125550121', text!.from, 'Is this for the shop or the house?');
    await vi.waitFor(
      async () => expect((await worklist())[0]).toEqual(['Reply Room', 'read_reply', 'Luis Reyes']),
      {
        timeout: 10_000,
        interval: 25,
      },
    );
    await world.call('POST', `/contacts/${contact.id}/replies/read`);
    expect(await stepAt('Reply Room')).toBeUndefined();
    await isTrue();
  });

  it('a reason that only a newer program knows is shown as unknown, and holds nothing up', async () => {
    const site = await dealer.site({ name: 'Rolled Back', minimumReachable: 1 });
    const contact = await dealer.adds(site.id, '+12125550123');
    await dealer.welcomes(contact.id);
    await world.database.query(
      `update text_message set state = 'failed', reason = 'unheard_of', failed_at = now() where contact_id = $1`,
      [contact.id],
    );
    await dealer.adds(site.id, '+12125550124', { name: 'Ben Cole' });
    expect(await world.contactNow(contact.id)).toMatchObject({
      status: { kind: 'send_error' },
      welcome: { state: 'failed', reason: 'unknown' },
    });
    expect((await stepAt('Rolled Back'))?.[0]).toBe('Rolled Back');
    await isTrue();
    await world.call('POST', `/sites/${site.id}/archive`);
  });

  it('an opt-out by one is one for all sites with the number, at once', async () => {
    const phone = '+12125550122';
    const [one, other] = [
      await dealer.site({ name: 'Both A', minimumReachable: 1 }),
      await dealer.site({ name: 'Both B', minimumReachable: 1 }),
    ];
    const { id } = await dealer.confirmed(one.id, phone);
    await dealer.confirmed(other.id, phone);
    expect([await stepAt('Both A'), await stepAt('Both B')]).toEqual([undefined, undefined]);
    await world.call('POST', `/contacts/${id}/opt-out`);
    expect([await stepAt('Both A'), await stepAt('Both B')]).toEqual([
      ['Both A', 'call_customer', 'Ana Pérez'],
      ['Both B', 'call_customer', 'Ana Pérez'],
    ]);
    await isTrue();
  });

  it('many changes at one site at the same time leave what is kept true', async () => {
    const site = await dealer.site({ name: 'Busy Bank' });
    const phones = Array.from({ length: 12 }, (_, index) => `+1646555${String(1200 + index)}`);
    const made = await Promise.all(phones.map((phone) => dealer.adds(site.id, phone)));
    await Promise.all(made.map(({ id }) => world.call('POST', `/contacts/${id}/validation`)));
    await Promise.all(made.slice(6).map(({ id }) => dealer.asks('DELETE', `/contacts/${id}`, 1)));
    await world.listsHaveCaughtUp();
    const listed = (await world.call<Schemas['SitePage']>('GET', '/sites?query=busy')).body.items[0];
    expect(listed?.reachability.contacts).toBe(6);
    await isTrue();
  });

  it('lists by step, pages through each site once, and counts the same', async () => {
    const { worklist: counts } = await overview();
    const all = await worklist();
    for (const { action, sites } of counts) {
      expect(await worklist(`&action=${action}`)).toEqual(all.filter(([, of]) => of === action));
      expect(all.filter(([, of]) => of === action)).toHaveLength(sites);
    }
    const paged: Step[] = [];
    let cursor: string | null = null;
    do {
      const address: string = `/worklist?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page: Schemas['Worklist'] = (await world.call<Schemas['Worklist']>('GET', address)).body;
      paged.push(
        ...page.items.map(({ site, action, contact }): Step => [site.name, action, contact?.name ?? null]),
      );
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all);
  });

  it('time alone turns waiting into a call; the sweep puts it in its place', async () => {
    const site = await dealer.site({ name: 'Patient Pharmacy', minimumReachable: 1 });
    const { id } = await dealer.adds(site.id, '+12125550124', { name: 'Kim Nguyen' });
    await dealer.welcomes(id);
    const of = async (action: string): Promise<Step[]> =>
      (await worklist(`&action=${action}`)).filter(([name]) => name === 'Patient Pharmacy');
    expect(await of('wait')).toHaveLength(1);
    world.clock.advance(PATIENCE_MS + 60_000);
    await world.application.sweep();
    expect([await of('wait'), await of('call_customer')]).toEqual([
      [],
      [['Patient Pharmacy', 'call_customer', 'Kim Nguyen']],
    ]);
  });
});

describe('a worklist that nobody keeps up', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ roles: 'api' });
  });
  afterAll(() => world.stop());

  it('is taken up by the next worker that starts, from what was noted with each change', async () => {
    await world.contact('+12125550125');
    const listed = async (): Promise<number | undefined> =>
      (await world.call<Schemas['SitePage']>('GET', '/sites?limit=100')).body.items.find(
        ({ id }) => id === world.site,
      )?.reachability.contacts;
    const before = await listed();
    await world.startWorker();
    await world.listsHaveCaughtUp();
    expect(await listed()).toBe((before ?? 0) + 1);
  });
});
