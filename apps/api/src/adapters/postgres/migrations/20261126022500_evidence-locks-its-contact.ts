import { Migration } from '@mikro-orm/migrations';

/*
 * Whoever adds evidence changes the contact as well, in either order; the contact's row is locked before the chain, so
 * that two of them never wait for each other in a circle.
 */
const link = (lockContact: string): string => /* sql */ `
create or replace function link_consent_evidence() returns trigger language plpgsql as $$
declare
  last record;
begin
  ${lockContact}
  perform pg_advisory_xact_lock(hashtextextended(new.contact_id::text, 0));
  select e.seq, e.hash into last from consent_evidence e
    where e.company_id = new.company_id and e.contact_id = new.contact_id order by e.seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.prev_hash := last.hash;
  new.hash := sha256(convert_to(
    coalesce(encode(last.hash, 'hex'), '') || '|' || new.contact_id || '|' || new.seq || '|' || new.kind || '|' ||
    extract(epoch from new.at)::text || '|' || new.detail::text, 'UTF8'));
  return new;
end $$`;

const LOCK_CONTACT =
  'perform from contact c where c.company_id = new.company_id and c.id = new.contact_id for no key update;';

/** Evidence of a contact is added by one after the other, in the order of their hold on the contact. */
export class EvidenceLocksItsContact extends Migration {
  override up(): void {
    this.addSql(link(LOCK_CONTACT));
  }

  override down(): void {
    this.addSql(link(''));
  }
}
