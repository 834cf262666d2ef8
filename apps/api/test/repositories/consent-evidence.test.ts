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
