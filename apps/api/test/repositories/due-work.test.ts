import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import type { MikroORM } from '@mikro-orm/postgresql';
import { openAsApp } from '../../src/adapters/postgres/connection.ts';
import { PostgresDueWork } from '../../src/adapters/postgres/due-work.ts';
import { PostgresTextDirectory } from '../../src/adapters/postgres/text-directory.ts';
import { applyReport } from '../../src/texts/apply-report.ts';
import { Stores } from '../support/stores.ts';

const DAY = 86_400_000;
const NOW = new Date('2026-06-01T12:00:00Z');
const ago = (milliseconds: number): Date => new Date(NOW.getTime() - milliseconds);

let stores: Stores;
let orm: MikroORM;
beforeAll(async () => {
  stores = await Stores.open();
  orm = await openAsApp(stores.database.url);
});
afterAll(async () => {
  await orm.close(true);
  await stores.stop();
});

const set = (table: string, id: string, columns: Record<string, unknown>): Promise<unknown> =>
  stores.database.query(
    `update ${table} t set ${Object.keys(columns)
      .map((name) => `${name} = r.${name}`)
      .join(', ')} from jsonb_populate_record(null::${table}, $2::jsonb) r where t.id = $1`,
    [id, JSON.stringify(columns)],
  );

/** A text of a contact of its own, brought into a state. */
const textIn = async (state: string, columns: Record<string, unknown> = {}): Promise<string> => {
  const id = await stores.text(await stores.contact());
  await set('text_message', id, { state, ...columns });
  return id;
};

describe('texts that nobody works on', () => {
  const unfinished = async (): Promise<string[]> => {
    const found = await new PostgresTextDirectory(orm).unfinished({
      queuedBefore: ago(60_000),
      claimedBefore: ago(60_000),
      polledBefore: ago(300_000),
      most: 100,
    });
    return found.map(({ id }) => id);
  };

  it('are those whose time has come, state by state, and no others', async () => {
    const minutes = (count: number): Date => ago(count * 60_000);
    const due = [
      await textIn('queued', { due_at: minutes(2) }),
      await textIn('sending', { due_at: minutes(9), claimed_at: minutes(2) }),
      await textIn('uncertain', { claimed_at: minutes(6) }),
      await textIn('accepted', { claimed_at: minutes(6) }),
      // Asked for twenty minutes after it was claimed, so again after twenty more.
      await textIn('sent', { claimed_at: minutes(46), polled_at: minutes(26) }),
    ];
    for (const [state, columns] of [
      ['queued', { due_at: minutes(0) }],
      ['queued', { due_at: minutes(9), polled_at: minutes(0) }],
      ['sending', { due_at: minutes(9), claimed_at: minutes(0) }],
      ['accepted', { claimed_at: minutes(2) }],
      ['sent', { claimed_at: minutes(44), polled_at: minutes(24) }],
      // Carriers that have said nothing for three days say nothing.
      ['sent', { claimed_at: ago(3 * DAY + 400_000) }],
      ['delivered', { claimed_at: minutes(6) }],
    ] as const) {
      await textIn(state, columns);
    }
    expect((await unfinished()).toSorted()).toEqual(due.toSorted());
  });
});

describe('what grows due by itself', () => {
  it('is found for each dealer by that dealer’s own days, the oldest first', async () => {
    const { dealerId } = stores.dealer;
    const dueWork = new PostgresDueWork(orm);
    await set('dealer', dealerId, { reminder_after_days: 3, recheck_after_days: null });
    await set('dealer', stores.sibling.dealerId, { reminder_after_days: null });
    const late = await textIn('delivered', { sent_at: ago(3 * DAY + 1000) });
    const later = await textIn('delivered', { delivered_at: ago(4 * DAY) });
    await textIn('delivered', { sent_at: ago(2 * DAY) });
    await textIn('delivered', { sent_at: ago(9 * DAY), reminder_decided_at: ago(DAY) });
    const another = stores.newText(await stores.contact({}, stores.sibling), { siteId: stores.siblingSite });
    await stores.run((store) => store.texts.add(another), stores.sibling);
    const ofSibling = another.id;
    await set('text_message', ofSibling, { state: 'delivered', sent_at: ago(9 * DAY) });
    const ids = async (): Promise<string[]> => (await dueWork.textsToRemind(NOW, 10)).map(({ id }) => id);
    expect(await ids()).toEqual([later, late]);
    await set('dealer', stores.sibling.dealerId, { reminder_after_days: 8 });
    expect(await ids()).toEqual([ofSibling, later, late]);
    expect(await dueWork.textsToRemind(NOW, 1)).toEqual([{ id: ofSibling, tenant: stores.sibling }]);
  });

  it('numbers: those that are to be looked up again, and those that have grown old where a dealer wants it', async () => {
    const { query } = stores.database;
    const dueWork = new PostgresDueWork(orm);
    const check = async (phone: string, checkedAt: Date, recheckAt: Date | null): Promise<void> => {
      await query(
        `insert into line_check (company_id, dealer_id, phone, result, checked_at, recheck_at)
         values ($1, $2, $3, 'inconclusive', $4, $5)`,
        [stores.dealer.companyId, stores.dealer.dealerId, phone, checkedAt, recheckAt],
      );
    };
    await check('+12125550001', ago(DAY), ago(1000));
    await check('+12125550002', ago(DAY), ago(-1000));
    await check('+12125550003', ago(200 * DAY), null);
    const due = async (): Promise<string[]> => {
      const ids = (await dueWork.lineChecks(NOW, 10)).map(({ id }) => id);
      const rows = await query<{ id: string; phone: string }>('select id, phone from line_check');
      return ids.map((id) => rows.find((row) => row.id === id)!.phone.slice(-1));
    };
    await set('dealer', stores.dealer.dealerId, { recheck_after_days: null });
    expect(await due()).toEqual(['1']);
    await set('dealer', stores.dealer.dealerId, { recheck_after_days: 180 });
    expect(await due()).toEqual(['3', '1']);
  });
});

it('looks for due work pass by whatever is not due: they are made every few seconds', async () => {
  const { query, url } = stores.database;
  const sent = await textIn('sent', { claimed_at: ago(30 * DAY), sent_at: ago(DAY) });
  await query(
    `insert into text_message select (jsonb_populate_record(t,
       jsonb_build_object('id', gen_random_uuid(), 'provider_id', 'SM' || n))).*
     from text_message t, generate_series(1, 300) n where t.id = $1`,
    [sent],
  );
  await query(
    `insert into line_check (company_id, dealer_id, phone, result, checked_at)
     select $1, $2, '+1646555' || (1000 + n), 'valid', $3::timestamptz from generate_series(1, 300) n`,
    [stores.dealer.companyId, stores.dealer.dealerId, ago(DAY)],
  );
  await query('analyze');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const plans: string[] = [];
  client.on('notice', ({ message }) => plans.push(message ?? ''));
  // As small as these tables are the planner would read them whole; what it can do without is seen where it must.
  await client.query(`load 'auto_explain'; set enable_seqscan = off; set client_min_messages = log;
    set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on; set auto_explain.log_nested_statements = on`);
  const at = `'${NOW.toISOString()}'::timestamptz`;
  for (const look of [
    `find_unfinished_texts(${at}, ${at}, ${at}, 100)`,
    `find_texts_to_remind(${at}, 100)`,
    `find_line_checks_due(${at}, 100)`,
    `find_held_texts(${at}, 100)`,
  ]) {
    plans.length = 0;
    await client.query(`select * from ${look}`);
    const plan = plans.join('\n');
    expect(plan, look).toMatch(/Index Scan/u);
    const passed = [...plan.matchAll(/Rows Removed by [\w ]+: (\d+)/gu)].map(([, count]) => Number(count));
    expect(Math.max(0, ...passed), look).toBeLessThan(50);
  }
  await client.end();
});

it('a report that leaves the site as it stands has no overview computed, and is a change of the contact all the same', async () => {
  const contactId = await stores.contact();
  const id = await stores.text(contactId, { siteId: stores.site });
  const report = async (state: 'accepted' | 'sent' | 'delivered', at: Date): Promise<boolean> => {
    await stores.database.query('delete from changed_site');
    await stores.run(async (s) => {
      const text = await s.texts.load(id);
      await applyReport(s, text!, { state, reason: null, providerCode: null, remedy: null }, at);
    });
    return (await stores.database.query('select from changed_site')).length > 0;
  };
  const changedAt = async () =>
    (
      await stores.database.query<{ at: Date }>('select changed_at as at from contact where id = $1', [
        contactId,
      ])
    )[0]!.at;
  await set('text_message', id, { state: 'sending', claimed_at: NOW });
  expect(await report('accepted', NOW)).toBe(false);
  expect(await report('sent', NOW)).toBe(true);
  const before = await changedAt();
  expect(await report('delivered', NOW)).toBe(false);
  expect((await changedAt()).getTime()).toBeGreaterThan(before.getTime());
});
