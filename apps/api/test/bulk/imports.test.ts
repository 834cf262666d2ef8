import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { everything } from '../support/tenants.ts';
import { World } from '../support/world.ts';

type Run = Schemas['BulkRun'];

const COLUMNS = ['Account number', 'Site name', 'Contact name', 'Cell phone', 'Slot', 'Email'];
const DEFAULTS = { country: 'US', timeZone: 'America/Chicago' };

describe('an import of contacts', () => {
  let world: World;
  let dealer: Dealer;
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
  });
  afterAll(() => world.stop());

  const begin = async (rows: readonly (readonly string[])[]): Promise<Run> => {
    const begun = await world.call<Run>('POST', '/imports', { fileName: 'contacts.csv', columns: COLUMNS });
    expect(begun.status, JSON.stringify(begun.body)).toBe(201);
    for (let at = 0; at < rows.length; at += 100) {
      const body = { first: at + 1, rows: rows.slice(at, at + 100) };
      expect((await world.call('PUT', `/imports/${begun.body.id}/rows`, body)).status).toBe(204);
    }
    return begun.body;
  };
  const check = async ({ id, mapping }: Run): Promise<Run> => {
    const checked = await world.call<Run>('PUT', `/imports/${id}/columns`, { mapping, defaults: DEFAULTS });
    expect(checked.status, JSON.stringify(checked.body)).toBe(200);
    return checked.body;
  };
  const start = (id: string) => world.call<Run & Schemas['Problem']>('POST', `/bulk-runs/${id}/start`);
  const run = async (id: string): Promise<Run> => (await world.call<Run>('GET', `/bulk-runs/${id}`)).body;
  const finished = (id: string): Promise<Run> =>
    vi.waitFor(
      async () => {
        const now = await run(id);
        expect(now.state).toBe('done');
        return now;
      },
      { timeout: 15_000, interval: 50 },
    );
  const items = async (id: string, query = ''): Promise<Schemas['BulkItem'][]> =>
    (await world.call<Schemas['BulkItems']>('GET', `/bulk-runs/${id}/items?limit=100${query}`)).body.items;

  it('says of every row what would be done before anything is written, then does it', async () => {
    const market = await dealer.site({ name: 'Import Market', accountNumber: 'IM-1' });
    await dealer.adds(market.id, '+12125550140', { name: 'Dana Ortiz', slotNumber: 1 });
    const begun = await begin([
      ['IM-1', '', 'Ana Pérez', '(212) 555-0141', '2', 'ana@example.com'],
      ['IM-1', '', 'Dana O.', '212 555 0140', '', ''],
      ['IM-2', 'New Bakery', 'Ben Cole', '212-555-0142', '1', ''],
      ['IM-2', '', 'Kim Nguyen', '212 555 0143', '2', ''],
      ['IM-2', '', 'No Number', 'ask at the desk', '', ''],
      ['IM-3', '', 'Nowhere', '212 555 0144', '', ''],
      ['IM-1', '', 'Slot Thief', '212 555 0145', '1', ''],
      ['=cmd()', '<b>Site</b>', 'Zoë 🙂', '212 555 0146', '', ''],
    ]);
    expect(begun).toMatchObject({ kind: 'import', state: 'draft', mapping: { accountNumber: 0, phone: 3 } });
    await world.listsHaveCaughtUp();
    const before = await everything(world);
    const checked = await check(begun);
    expect(checked.report).toEqual({
      checked: 8,
      create: 4,
      onList: 1,
      refused: 3,
      newSites: 2,
      landlines: 0,
    });
    const after = await everything(world);
    for (const table of ['public.site', 'public.contact', 'public.text_message', 'public.line_check'])
      expect(after[table], table).toEqual(before[table]);
    const refused = await items(begun.id, '&verdict=refused');
    expect(refused.map(({ position, errors }) => [position, errors.map(({ field }) => field)])).toEqual([
      [5, ['phone']],
      [6, ['siteName']],
      [7, ['slotNumber']],
    ]);
    expect((await start(begun.id)).status).toBe(202);
    const { counts } = await finished(begun.id);
    expect(counts).toEqual({ total: 8, waiting: 0, done: 4, skipped: 1, failed: 3 });
    await world.listsHaveCaughtUp();
    const sites = (await world.call<Schemas['SitePage']>('GET', '/sites?query=new bakery')).body.items;
    expect(sites.map(({ accountNumber, reachability }) => [accountNumber, reachability.contacts])).toEqual([
      ['IM-2', 2],
    ]);
    const failed = await items(begun.id, '&state=failed');
    for (const { words } of failed) expect(words).toContain('Accepted:');
    const inFrench = await world.request<Schemas['BulkItems']>(
      'GET',
      `/api/v1/bulk-runs/${begun.id}/items?state=failed`,
      { authorization: `Bearer ${world.access.apiKey}`, 'accept-language': 'fr' },
    );
    expect(inFrench.body.items.map(({ words }) => words?.includes('Accepté :'))).toEqual([true, true, true]);
    expect(inFrench.body.items[0]!.errors[0]).toMatchObject({ field: 'phone' });
    expect(inFrench.body.items[0]!.errors[0]!.message).not.toBe(failed[0]!.errors[0]!.message);
    expect((await dealer.timeline((await items(begun.id))[0]!.contactId!)).at(-1)).toBe('Contact added.');
  });

  it('is safe to repeat: the same rows again, and the same file again, add nobody twice', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [
      'RP-1',
      'Repeat Plaza',
      `Person ${index}`,
      `+1646557${String(1000 + index)}`,
      '',
      '',
    ]);
    const first = await begin(rows);
    const again = { first: 1, rows: rows.slice(0, 30) };
    expect((await world.call('PUT', `/imports/${first.id}/rows`, again)).status).toBe(204);
    await check(first);
    // Pressed three times: one run.
    await Promise.all([start(first.id), start(first.id), start(first.id)]);
    expect((await finished(first.id)).counts).toMatchObject({ total: 60, done: 60 });
    const second = await begin(rows);
    expect((await check(second)).report).toMatchObject({ create: 0, onList: 60 });
    await start(second.id);
    expect((await finished(second.id)).counts).toMatchObject({ done: 0, skipped: 60 });
    const [site] = (await world.call<Schemas['SitePage']>('GET', '/sites?query=repeat plaza')).body.items;
    expect(site?.reachability.contacts).toBe(60);
  });

  it('stops when told to, and goes on where it stopped', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [
      'ST-1',
      'Stop Street',
      `Person ${index}`,
      `+1646558${String(1000 + index)}`,
      '',
      '',
    ]);
    const begun = await begin(rows);
    await check(begun);
    await start(begun.id);
    await vi.waitFor(async () => expect((await run(begun.id)).counts.done).toBeGreaterThan(0), {
      timeout: 10_000,
      interval: 10,
    });
    const stopped = await world.call<Run>('POST', `/bulk-runs/${begun.id}/stop`);
    expect(stopped.body.state).toBe('stopped');
    const { counts } = stopped.body;
    expect(counts.waiting).toBeGreaterThan(0);
    expect((await run(begun.id)).counts).toEqual(counts);
    expect((await world.call('POST', `/bulk-runs/${begun.id}/stop`)).status).toBe(409);
    await start(begun.id);
    expect((await finished(begun.id)).counts).toMatchObject({ total: 90, done: 90 });
  });

  it('cannot be changed once begun, nor started before its report was asked for', async () => {
    const begun = await begin([['QX-1', 'Quick', 'Ana', '212 555 0149', '', '']]);
    expect((await start(begun.id)).body.code).toBe('nothing-to-do');
    await check(begun);
    await start(begun.id);
    await finished(begun.id);
    const rows = { first: 1, rows: [['QX-1', '', 'Other', '212 555 0150', '', '']] };
    expect((await world.call('PUT', `/imports/${begun.id}/rows`, rows)).status).toBe(409);
    const columns = { mapping: begun.mapping, defaults: DEFAULTS };
    expect((await world.call('PUT', `/imports/${begun.id}/columns`, columns)).status).toBe(409);
  });
});
