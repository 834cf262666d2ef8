import { Migration } from '@mikro-orm/migrations';
import { answersWithoutTenant, boundToDealer, readableByLookups } from './tenant-tables.ts';

const YEARS = /* sql */ `
alter table company
  -- how long the evidence of a removed contact is kept
  add column evidence_years int not null default 5 check (evidence_years between 1 and 20);
`;

/** What is left of evidence that was deleted: that there was some, how much, and where its chain ended. */
const TOMBSTONES = /* sql */ `
create table evidence_deletion (
  company_id uuid not null references company,
  dealer_id uuid not null,
  contact_id uuid not null,
  -- the pieces' places in the contact's chain, and the hash of the last: the chain goes on after it
  first_seq int not null,
  last_seq int not null,
  last_hash bytea not null,
  pieces int not null,
  -- by which rule: removed then, kept so many years
  removed_at timestamptz not null,
  kept_years int not null,
  deleted_at timestamptz not null,
  -- by the database's own clock, whatever the program's said
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (company_id, contact_id, last_seq),
  foreign key (company_id, dealer_id, contact_id) references contact (company_id, dealer_id, id)
);
create index contact_removed on contact (removed_at) where removed_at is not null;
`;

const COMPANY = `(select nullif(current_setting('app.company', true), '')::uuid)`;

/**
 * The only way by which evidence is deleted. The application's role has no right to: this runs as a role of its own, which
 * sees the tenant of the transaction only. Whole chains, of contacts that were removed, no piece younger than the
 * company's years; what was deleted is written down in the same statement.
 */
const DELETE_EXPIRED = /* sql */ `
create function delete_expired_evidence(the_contact uuid, moment timestamptz)
  returns table (pieces int, last_hash text, kept_years int)
  language sql volatile security definer set search_path = public, pg_temp set timezone = 'UTC'
  as $$
    with due as (
      select c.company_id, c.dealer_id, c.id, c.removed_at, k.evidence_years
      from contact c join company k on k.id = c.company_id
      where c.company_id = ${COMPANY} and c.id = the_contact
        and c.removed_at + make_interval(years => k.evidence_years) <= moment
        and not exists (
          select from consent_evidence e where e.company_id = c.company_id and e.contact_id = c.id
            and e.at + make_interval(years => k.evidence_years) > moment)
    ), gone as (
      delete from consent_evidence e using due
      where e.company_id = due.company_id and e.contact_id = due.id
      returning e.seq, e.hash
    )
    insert into evidence_deletion as d
      (company_id, dealer_id, contact_id, first_seq, last_seq, last_hash, pieces, removed_at, kept_years, deleted_at)
    select due.company_id, due.dealer_id, due.id, min(gone.seq), max(gone.seq),
      (array_agg(gone.hash order by gone.seq desc))[1], count(*), due.removed_at, due.evidence_years, moment
    from due, gone group by due.company_id, due.dealer_id, due.id, due.removed_at, due.evidence_years
    returning d.pieces, encode(d.last_hash, 'hex'), d.kept_years
  $$
`;

const ofRetention = (table: string, command: 'select' | 'delete' | 'insert', column = 'company_id'): string =>
  `create policy retention_${command} on ${table} for ${command} to keyholder_retention
     ${command === 'insert' ? 'with check' : 'using'} (${column} = ${COMPANY})`;

const RETENTION_ROLE = [
  'grant usage on schema public to keyholder_retention',
  'grant select (id, company_id, dealer_id, removed_at) on contact to keyholder_retention',
  'grant select (id, evidence_years) on company to keyholder_retention',
  'grant select (company_id, contact_id, seq, at, hash), delete on consent_evidence to keyholder_retention',
  'grant select, insert on evidence_deletion to keyholder_retention',
  ofRetention('company', 'select', 'id'),
  ofRetention('contact', 'select'),
  ofRetention('consent_evidence', 'select'),
  ofRetention('consent_evidence', 'delete'),
  ofRetention('evidence_deletion', 'select'),
  ofRetention('evidence_deletion', 'insert'),
  'grant create on schema public to keyholder_retention',
  'alter function delete_expired_evidence(uuid, timestamptz) owner to keyholder_retention',
  'revoke create on schema public from keyholder_retention',
  'revoke all on function delete_expired_evidence(uuid, timestamptz) from public',
  'grant execute on function delete_expired_evidence(uuid, timestamptz) to keyholder_app',
];

const FIND_EXPIRED = /* sql */ `
create function find_expired_evidence(moment timestamptz, most int)
  returns table (id uuid, company_id uuid, dealer_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.id, c.company_id, c.dealer_id from contact c join company k on k.id = c.company_id
    where c.removed_at <= moment - make_interval(years => k.evidence_years)
      and exists (
        select from consent_evidence e where e.company_id = c.company_id and e.contact_id = c.id)
      and not exists (
        select from consent_evidence e where e.company_id = c.company_id and e.contact_id = c.id
          and e.at > moment - make_interval(years => k.evidence_years))
    order by c.removed_at limit most
  $$
`;

/** As before, and the chain of a contact whose evidence was deleted goes on where it ended. */
const CHAIN = /* sql */ `
create or replace function link_consent_evidence() returns trigger language plpgsql as $$
declare
  last record;
begin
  perform from contact c where c.company_id = new.company_id and c.id = new.contact_id for no key update;
  perform pg_advisory_xact_lock(hashtextextended(new.contact_id::text, 0));
  select e.seq, e.hash into last from consent_evidence e
    where e.company_id = new.company_id and e.contact_id = new.contact_id order by e.seq desc limit 1;
  if not found then
    select d.last_seq as seq, d.last_hash as hash into last from evidence_deletion d
      where d.company_id = new.company_id and d.contact_id = new.contact_id order by d.last_seq desc limit 1;
  end if;
  new.seq := coalesce(last.seq, 0) + 1;
  new.prev_hash := last.hash;
  new.hash := sha256(convert_to(
    coalesce(encode(last.hash, 'hex'), '') || '|' || new.contact_id || '|' || new.seq || '|' || new.kind || '|' ||
    extract(epoch from new.at)::text || '|' || new.detail::text, 'UTF8'));
  return new;
end $$`;

/** Evidence of removed contacts is deleted after the company's years, and that it was is kept. */
export class EvidenceRetention extends Migration {
  override up(): void {
    for (const statement of [
      YEARS,
      TOMBSTONES,
      ...boundToDealer('evidence_deletion'),
      'grant select on evidence_deletion to keyholder_app',
      CHAIN,
      DELETE_EXPIRED,
      ...RETENTION_ROLE,
      ...readableByLookups('contact', 'id, company_id, dealer_id, removed_at'),
      ...readableByLookups('company', 'id, evidence_years'),
      ...readableByLookups('consent_evidence', 'company_id, contact_id, at'),
      FIND_EXPIRED,
      ...answersWithoutTenant('find_expired_evidence(timestamptz, int)'),
    ]) {
      this.addSql(statement);
    }
  }
}
