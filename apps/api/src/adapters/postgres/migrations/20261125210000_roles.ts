import { Migration } from '@mikro-orm/migrations';
import { answersWithoutTenant, readableByLookups } from './tenant-tables.ts';

/** Memberships of a company as a whole. */
const COMPANY_MEMBERS = /* sql */ `
alter table membership
  alter column dealer_id drop not null,
  drop constraint membership_role_check,
  add constraint membership_role_check check (
    case role
      when 'company_admin' then dealer_id is null
      when 'dealer_admin' then dealer_id is not null
      when 'dealer_user' then dealer_id is not null
      else false
    end),
  drop constraint membership_company_id_dealer_id_user_id_key,
  add unique nulls not distinct (company_id, dealer_id, user_id);
`;

/**
 * Who is of the platform's support. The application has no right to this table at all, so that no fault of it can make
 * anybody a supporter: the database's owner adds them.
 */
const PLATFORM_MEMBERS = /* sql */ `
create table platform_member (
  -- id of the person in the auth schema
  user_id text primary key,
  role text not null check (role in ('support')),
  created_at timestamptz not null
);
`;

/** What concerns a company as a whole is shown to none of its dealers. */
const OF_COMPANY_TOO = /* sql */ `
alter table audit_entry
  alter column dealer_id drop not null,
  drop constraint audit_entry_actor_kind_check,
  add constraint audit_entry_actor_kind_check check (actor_kind in ('person', 'api_key', 'support', 'contact', 'system')),
  add column from_address text,
  add column user_agent text;
create index audit_of_company on audit_entry (company_id, at) where dealer_id is null;

alter table idempotency_key
  drop constraint idempotency_key_pkey,
  alter column dealer_id drop not null,
  add unique nulls not distinct (company_id, dealer_id, key);
`;

/** A dealer sees itself, not its siblings. */
const DEALERS_APART = /* sql */ `
alter policy tenant on dealer
  using (
    company_id = (select nullif(current_setting('app.company', true), '')::uuid)
    and ((select nullif(current_setting('app.dealer', true), '')::uuid) is null
      or id = (select nullif(current_setting('app.dealer', true), '')::uuid)))
  with check (
    company_id = (select nullif(current_setting('app.company', true), '')::uuid)
    and ((select nullif(current_setting('app.dealer', true), '')::uuid) is null
      or id = (select nullif(current_setting('app.dealer', true), '')::uuid)));
`;

/**
 * Where a person works. A company's admin acts for its dealers: for the wanted one where it is the company's, else
 * up to two are named, which tells whether there is a choice.
 */
const FIND_MEMBERSHIPS = /* sql */ `
create function find_memberships(person text, wanted uuid)
  returns table (role text, company_id uuid, dealer_id uuid, acts_for uuid[])
  language sql stable security definer set search_path = public, pg_temp
  as $$
    (select m.role, m.company_id, m.dealer_id,
       case when m.dealer_id is null then array(
         select d.id from dealer d
         where d.company_id = m.company_id and (wanted is null or d.id = wanted) order by d.id limit 2)
       else array[m.dealer_id] end
     from membership m where m.user_id = person order by m.created_at, m.id)
    union all
    select p.role, null, null, '{}' from platform_member p where p.user_id = person
  $$
`;

/** People of a company as a whole and of the platform; audit and requests of a company as a whole. */
export class Roles extends Migration {
  override up(): void {
    for (const statement of [
      COMPANY_MEMBERS,
      PLATFORM_MEMBERS,
      OF_COMPANY_TOO,
      DEALERS_APART,
      'drop function find_memberships(text)',
      'grant select (id) on membership to keyholder_lookup',
      'grant select (user_id, role) on platform_member to keyholder_lookup',
      ...readableByLookups('dealer', 'id, company_id'),
      FIND_MEMBERSHIPS,
      ...answersWithoutTenant('find_memberships(text, uuid)'),
    ]) {
      this.addSql(statement);
    }
  }

  override down(): void {
    throw new Error('Memberships of companies would be lost: restore a backup instead.');
  }
}
