import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenAt } from '../support/evidence-chain.ts';
import { Stores } from '../support/stores.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await Stores.open();
});
afterAll(() => stores.stop());

const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds, 123));

describe('consent evidence', () => {
  const chain = async (length: number): Promise<string> => {
    const contactId = await stores.contact();
    const { dealerId } = stores.dealer;
    await Promise.all(
      Array.from({ length }, (_, index) =>
        stores.run((s) =>
          s.evidence.add({
            contactId,
            dealerId,
            kind: 'reply',
            at: at(index),
            detail: { words: `Ünïcode “${index}” | \\ "`, nested: { b: 1, a: [null, true] } },
          }),
        ),
      ),
    );
    return contactId;
  };

  it('is a chain of hashes that anybody can compute again, also when many write at once', async () => {
    expect(await brokenAt(stores, await chain(12))).toBeNull();
  });

  it.each([
    [
      'changed words',
      `update consent_evidence set detail = '{"words": "YES"}' where contact_id = $1 and seq = 3`,
      3,
    ],
    [
      'another time',
      `update consent_evidence set at = at + interval '1 µs' where contact_id = $1 and seq = 2`,
      2,
    ],
    ['another kind', `update consent_evidence set kind = 'confirmed' where contact_id = $1 and seq = 5`, 5],
    ['a row taken out', `delete from consent_evidence where contact_id = $1 and seq = 4`, 4],
    [
      'a hash made to fit the change',
      `update consent_evidence e set kind = 'confirmed', hash = sha256(convert_to(encode(prev_hash, 'hex') || '|' ||
         contact_id || '|' || seq || '|confirmed|' || extract(epoch from at)::text || '|' || detail::text, 'UTF8'))
       where contact_id = $1 and seq = 2`,
      3,
    ],
  ])('shows tampering by a superuser: %s', async (_, tamper, place) => {
    const contactId = await chain(5);
    const done = await stores.database.query(`${tamper.replace('1 µs', '1 microsecond')} returning 1`, [
      contactId,
    ]);
    expect(done).toHaveLength(1);
    expect(await brokenAt(stores, contactId)).toBe(place);
  });

  /** What the application may do about a chain's end: ask for it, as one of its tenants. */
  const askedFor = async (contactId: string, moment: string, tenant = stores.dealer): Promise<number> => {
    await stores.app.query('begin');
    try {
      await stores.app.query(
        `select set_config('app.company', $1, true), set_config('app.dealer', $2, true)`,
        [tenant.companyId, tenant.dealerId],
      );
      const { rowCount } = await stores.app.query('select * from delete_expired_evidence($1, $2)', [
        contactId,
        moment,
      ]);
      return rowCount ?? 0;
    } finally {
      await stores.app.query('commit');
    }
  };

  it('is deleted in no other way than whole, after the removal and the years; then its chain goes on', async () => {
    const contactId = await chain(5);
    const other = await chain(2);
    // On the list, whatever the time.
    expect(await askedFor(contactId, '2099-01-01')).toBe(0);
    await stores.database.query('update contact set removed_at = $2 where id = any ($1)', [
      [contactId, other],
      '2026-01-01T00:00:02Z',
    ]);
    // Its last piece is of 00:00:04.123.
    expect(await askedFor(contactId, '2031-01-01T00:00:04.122Z')).toBe(0);
    expect(await brokenAt(stores, contactId)).toBeNull();
    const stranger = { companyId: randomUUID(), dealerId: randomUUID() };
    expect(await askedFor(contactId, '2099-01-01', stranger)).toBe(0);
    const [last] = await stores.database.query<{ hash: Buffer }>(
      'select hash from consent_evidence where contact_id = $1 and seq = 5',
      [contactId],
    );
    expect(await askedFor(contactId, '2031-01-01T00:00:04.123Z')).toBe(1);
    expect(await askedFor(contactId, '2031-01-01T00:00:04.123Z')).toBe(0);
    expect(await brokenAt(stores, other)).toBeNull();
    const deletions = await stores.database.query('select * from evidence_deletion where contact_id = $1', [
      contactId,
    ]);
    expect(deletions).toMatchObject([
      { first_seq: 1, last_seq: 5, pieces: 5, kept_years: 5, last_hash: last!.hash },
    ]);

    const { dealerId } = stores.dealer;
    await stores.run((s) =>
      s.evidence.add({ contactId, dealerId, kind: 'opted_out', at: at(9), detail: { words: 'STOP' } }),
    );
    const rest = await stores.run((s) => s.evidence.chainOf(contactId));
    expect(rest?.pieces).toMatchObject([{ seq: 6, prevHash: last!.hash.toString('hex') }]);
    expect(rest?.deletions).toMatchObject([{ lastSeq: 5, lastHash: last!.hash.toString('hex') }]);
  });

  it('the application may write, change or delete no word about what was deleted', async () => {
    for (const statement of [
      `insert into evidence_deletion select * from evidence_deletion`,
      `update evidence_deletion set pieces = 0`,
      `delete from evidence_deletion`,
      `truncate evidence_deletion`,
    ]) {
      await expect(stores.app.query(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
    const [may] = await stores.database.query<{ act: boolean }>(
      `select pg_has_role('keyholder_app', 'keyholder_retention', 'member') as act`,
    );
    expect(may).toEqual({ act: false });
  });

  it.each(['consent_evidence', 'audit_entry', 'brand_version'])(
    'the application may not change, delete or empty %s',
    async (table) => {
      for (const statement of [
        `update ${table} set company_id = company_id`,
        `delete from ${table}`,
        `truncate ${table}`,
        `alter table ${table} disable trigger all`,
      ]) {
        await expect(stores.app.query(statement), statement).rejects.toMatchObject({ code: '42501' });
      }
    },
  );
});
