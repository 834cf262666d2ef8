import { createHash } from 'node:crypto';
import type { Stores } from './stores.ts';

interface EvidenceRow {
  id: string;
  seq: number;
  kind: string;
  epoch: string;
  detail: string;
  prev: string | null;
  hash: string;
}

/** The first place at which a contact's chain does not fit; null where it is whole. */
export const brokenAt = async (stores: Stores, contactId: string): Promise<number | null> => {
  const rows = await stores.database.query<EvidenceRow>(
    `select id, seq, kind, extract(epoch from at)::text as epoch, detail::text as detail,
       encode(prev_hash, 'hex') as prev, encode(hash, 'hex') as hash
     from consent_evidence where contact_id = $1 order by seq`,
    [contactId],
  );
  let last: string | null = null;
  for (const [index, row] of rows.entries()) {
    const text = [last ?? '', contactId, row.seq, row.kind, row.epoch, row.detail].join('|');
    const hash = createHash('sha256').update(text).digest('hex');
    if (row.seq !== index + 1 || row.prev !== last || row.hash !== hash) return index + 1;
    last = row.hash;
  }
  return rows.length === 0 ? 0 : null;
};
