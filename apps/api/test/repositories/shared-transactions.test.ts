import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stores } from '../support/stores.ts';
import { brokenAt } from '../support/evidence-chain.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await Stores.open();
});
afterAll(() => stores.stop());

const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));

/** The transaction that each piece of work ran in. */
const transactionOf = async (ids: readonly string[]): Promise<string[]> =>
  (
    await stores.database.query<{ xmin: string }>(
      'select xmin::text from text_message where id = any ($1) order by id',
      [ids],
    )
  ).map(({ xmin }) => xmin);

const texts = async (count: number): Promise<string[]> => {
  const ids = [];
  for (let n = 0; n < count; n += 1) ids.push(await stores.text(await stores.contact()));
  return ids.toSorted();
};

describe('work that comes in floods', () => {
  it('goes together: what waits while one transaction is at work shares the next', async () => {
    const ids = await texts(12);
    const moved = await Promise.all(
      ids.map((id) => stores.runTogether(id, (s) => s.texts.move(id, 'sending', { at: at(1) }))),
    );
    expect(moved).toEqual(ids.map(() => 'queued'));
    // The first begins at once and alone.
    expect(new Set(await transactionOf(ids)).size).toBe(2);
  });

  it('is answered each for itself, whatever the others get', async () => {
    const [queued, sending, alsoSending] = await texts(3);
    await stores.database.query(`update text_message set state = 'sending' where id = any ($1)`, [
      [sending, alsoSending],
    ]);
    const unknown = '0198c0de-0000-7000-8000-000000000000';
    const claims = [queued!, sending!, unknown, alsoSending!].map((id) =>
      stores.runTogether(id, async (s) => ({
        before: (await s.texts.load(id))?.state ?? null,
        claimed: await s.texts.move(id, 'sending', { at: at(1) }),
        failed:
          id !== queued &&
          (await s.texts.move(id, 'failed', { at: at(id === sending ? 2 : 3), reason: 'landline' })),
      })),
    );
    expect(await Promise.all(claims)).toEqual([
      { before: 'queued', claimed: 'queued', failed: false },
      { before: 'sending', claimed: null, failed: 'sending' },
      { before: null, claimed: null, failed: null },
      { before: 'sending', claimed: null, failed: 'sending' },
    ]);
    const rows = await stores.database.query<{ failed_at: Date | null; reason: string | null }>(
      'select failed_at, reason from text_message where id = any ($1::uuid[]) order by id',
      [[queued, sending, alsoSending]],
    );
    expect(rows).toEqual([
      { failed_at: null, reason: null },
      { failed_at: at(2), reason: 'landline' },
      { failed_at: at(3), reason: 'landline' },
    ]);
  });

  it('keeps its order where it is about the same thing', async () => {
    const [first, second] = await texts(2);
    const moves = [
      [first, 'sending'],
      [second, 'sending'],
      [first, 'sent'],
      [second, 'delivered'],
      [second, 'sent'],
      [first, 'delivered'],
    ] as const;
    const moved = await Promise.all(
      moves.map(([id, to]) => stores.runTogether(id!, (s) => s.texts.move(id!, to, { at: at(1) }))),
    );
    expect(moved).toEqual(['queued', 'queued', 'sending', 'sending', null, 'sent']);
  });

  it('fails alone: the others are done, and nothing of what failed is', async () => {
    const ids = await texts(5);
    const broken = ids[2]!;
    const results = await Promise.allSettled(
      ids.map((id) =>
        stores.runTogether(id, async (s) => {
          await s.texts.move(id, 'sending', { at: at(1) });
          if (id === broken) throw new Error('on purpose');
          await s.jobs.add({ name: 'resolve-text', tenant: s.tenant, textId: id });
        }),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(
      ids.map((id) => (id === broken ? 'rejected' : 'fulfilled')),
    );
    for (const id of ids) {
      const expected = id === broken ? 'queued' : 'sending';
      expect((await stores.run((s) => s.texts.load(id)))!.state).toBe(expected);
      const jobs = await stores.database.query(`select 1 from pgboss.job where data->>'textId' = $1`, [id]);
      expect(jobs).toHaveLength(id === broken ? 0 : 1);
    }
  });

  it('keeps every piece of evidence, each in the chain of its contact', async () => {
    const contacts = await Promise.all([1, 2, 3].map(() => stores.contact()));
    const { dealerId } = stores.dealer;
    const pieces = [1, 2, 3, 4].flatMap((n) => contacts.map((contactId) => ({ contactId, n })));
    await Promise.all(
      pieces.map(({ contactId, n }) =>
        stores.runTogether(`${contactId} ${n}`, (s) =>
          s.evidence.add({ contactId, dealerId, kind: 'reply', at: at(n), detail: { n } }),
        ),
      ),
    );
    for (const contactId of contacts) {
      const chain = await stores.run((s) => s.evidence.chainOf(contactId));
      expect(chain!.pieces).toHaveLength(4);
      expect(await brokenAt(stores, contactId)).toBeNull();
    }
  });
});
