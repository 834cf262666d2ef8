import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { World } from '../support/world.ts';

type Run = Schemas['BulkRun'];

/** A time zone where it is neither early nor late. */
const zoneInDaytime = (now: Date): string => {
  const zones = [
    'Asia/Tokyo',
    'Europe/Berlin',
    'America/New_York',
    'Pacific/Auckland',
    'America/Los_Angeles',
  ];
  const hourIn = (timeZone: string): number =>
    Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(now));
  const found = zones.find((zone) => hourIn(zone) >= 10 && hourIn(zone) < 18);
  if (found === undefined) throw new Error('It is night everywhere.');
  return found;
};

describe('for many contacts at once', () => {
  let world: World;
  let dealer: Dealer;
  let site: Schemas['Site'];
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
    // Daytime at the site, whenever this runs: what is sent for many waits for the morning otherwise.
    site = await dealer.site({ name: 'Bulk Bank', timeZone: zoneInDaytime(new Date()) });
  });
  afterAll(() => world.stop());

  const startRun = async (body: unknown): Promise<{ status: number; body: Run & Schemas['Problem'] }> =>
    world.call('POST', '/bulk-runs', body);
  const finished = (id: string): Promise<Run> =>
    vi.waitFor(
      async () => {
        const { body } = await world.call<Run>('GET', `/bulk-runs/${id}`);
        expect(body.state).toBe('done');
        return body;
      },
      { timeout: 15_000, interval: 50 },
    );
  const preview = async (): Promise<Schemas['BulkPreview']> =>
    (await world.call<Schemas['BulkPreview']>('GET', `/bulk-preview?siteId=${site.id}`)).body;

  it('numbers are validated and texts sent; nobody is texted twice, no landline at all', async () => {
    const mobiles = ['+12125550160', '+12125550161', '+12125550162'];
    const people = [];
    for (const phone of mobiles)
      people.push(await dealer.adds(site.id, phone, { name: `Owner of ${phone}` }));
    const landline = await dealer.adds(site.id, '+13035550100', { name: 'Land Line' });
    const spanish = await dealer.adds(site.id, '+12125550163', { name: 'Inés', language: 'es' });
    expect(await preview()).toMatchObject({ toValidate: 5, toSend: 5, notSent: 0 });
    const validating = await startRun({ kind: 'validate', siteId: site.id });
    expect(validating.status).toBe(202);
    expect((await finished(validating.body.id)).counts).toMatchObject({ total: 5, done: 5 });
    expect((await world.contactNow(landline.id)).chip.kind).toBe('not_a_cell_phone');
    const shown = await preview();
    expect(shown).toMatchObject({ toValidate: 0, toSend: 4, notSent: 1 });
    expect(shown.texts.map(({ language, contacts }) => [language, contacts])).toEqual([
      ['en', 3],
      ['es', 1],
    ]);
    expect(shown.segments).toBeGreaterThanOrEqual(8);
    for (const { example } of shown.texts) expect(example).toContain('••••');

    const [first] = people;
    expect((await startRun({ kind: 'send', siteId: site.id })).status).toBe(422);
    // Two people press at the same time.
    const send = { kind: 'send', siteId: site.id, permission: 'written' };
    const runs = await Promise.all([startRun(send), startRun(send)]);
    for (const run of runs) if (run.status === 202) await finished(run.body.id);
    for (const contact of [...people, spanish]) {
      await world.delivered(contact.id);
      expect(await world.sandbox.textsTo(contact.phone)).toHaveLength(1);
    }
    expect(await world.sandbox.textsTo('+13035550100')).toEqual([]);
    expect((await startRun(send)).body.code).toBe('nothing-to-do');
    expect(await dealer.timeline(first!.id)).toContain('Permission was given in writing.');
    const evidence = await world.database.query<{ detail: { permission: string } }>(
      `select detail from consent_evidence where kind = 'permission_stated' and contact_id = $1`,
      [first!.id],
    );
    expect(evidence.map(({ detail }) => detail.permission)).toEqual(['written']);
  });

  it('only at the sites whose next step is the one that is looked at', async () => {
    const { id: siteId } = await dealer.site({ name: 'Step Bank', minimumReachable: 1 });
    const contact = await dealer.adds(siteId, '+12125550165', { name: 'Kim Nguyen' });
    const wouldDo = async (nextAction: string): Promise<readonly [toValidate: number, toSend: number]> => {
      await world.listsHaveCaughtUp();
      const { status, body } = await world.call<Schemas['BulkPreview']>(
        'GET',
        `/bulk-preview?siteId=${siteId}&nextAction=${nextAction}`,
      );
      expect(status, JSON.stringify(body)).toBe(200);
      return [body.toValidate, body.toSend];
    };
    expect([await wouldDo('validate'), await wouldDo('send')]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    const other = await startRun({ kind: 'validate', siteId, nextAction: 'send' });
    expect([other.status, other.body.code]).toEqual([409, 'nothing-to-do']);
    const run = await startRun({ kind: 'validate', siteId, nextAction: 'validate' });
    expect((await finished(run.body.id)).counts).toMatchObject({ total: 1, done: 1 });
    expect((await world.contactNow(contact.id)).chip.kind).toBe('valid_number');
    expect([await wouldDo('validate'), await wouldDo('send')]).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  it('an export holds everybody; the next one only what has changed, and who was removed', async () => {
    const place = await dealer.site({ name: '=Formula', accountNumber: 'EX-1' });
    const ana = await dealer.adds(place.id, '+12125550170', {
      name: '@Ana, "A"',
      title: 'Owner',
      slotNumber: 2,
    });
    const ben = await dealer.adds(place.id, '+12125550171', { name: 'Ben', slotNumber: 1 });
    const exported = async (onlyChanged: boolean): Promise<string[]> => {
      const made = await world.call<Schemas['Export']>('POST', '/exports', { siteId: place.id, onlyChanged });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      const file = await world.call<string>('GET', `/exports/${made.body.id}/contacts.csv`);
      expect(file.headers.get('content-type')).toContain('text/csv');
      const [header, ...lines] = file.body.replace('\uFEFF', '').trimEnd().split('\n');
      expect(header).toMatch(/^Account number,/u);
      expect(lines).toHaveLength(made.body.contacts);
      return lines;
    };
    expect(await exported(false)).toEqual([
      "EX-1,'=Formula,1,Ben,,+12125550171,,yes,,no,not_sent,listed",
      `EX-1,'=Formula,2,"'@Ana, ""A""",Owner,+12125550170,,yes,,no,not_sent,listed`,
    ]);
    expect(await exported(true)).toEqual([]);
    await dealer.asks('PATCH', `/contacts/${ana.id}`, 1, { title: 'Manager' });
    await dealer.asks('DELETE', `/contacts/${ben.id}`, 1);
    const changed = await exported(true);
    expect(changed).toHaveLength(2);
    expect(changed[0]).toMatch(/Ben.*removed$/u);
    expect(changed[1]).toContain('Manager');
    expect(await exported(true)).toEqual([]);
  });
});
