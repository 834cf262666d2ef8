import { Migration } from '@mikro-orm/migrations';
import { answersWithoutTenant, boundToDealer, readableByLookups, usableByApp } from './tenant-tables.ts';

const INVITATIONS = /* sql */ `
create table invitation (
  id uuid primary key,
  company_id uuid not null references company,
  -- null: to the company as a whole
  dealer_id uuid references dealer,
  role text not null check (
    case role
      when 'company_admin' then dealer_id is null
      when 'dealer_admin' then dealer_id is not null
      when 'dealer_user' then dealer_id is not null
      else false
    end),
  email text not null,
  -- of the token in the mail, which is derived and kept nowhere
  token_hash bytea not null unique,
  invited_by text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by text,
  revoked_at timestamptz
);
create unique index one_open_invitation on invitation (company_id, dealer_id, lower(email)) nulls not distinct
  where accepted_at is null and revoked_at is null;
create index invitation_of_place on invitation (company_id, dealer_id, created_at);
`;

const KEYS_AND_COMPANIES = /* sql */ `
alter table api_key add column created_by text;

alter table company
  -- welcome texts that one dealer may ask for in a day (UTC), so that a stolen key cannot run up a bill
  add column daily_welcome_ceiling int not null default 1000 check (daily_welcome_ceiling between 0 and 100000),
  add column version int not null default 1;

-- How many welcome texts a dealer asked for on a day, and of them for one site.
create table welcome_count (
  company_id uuid not null references company,
  dealer_id uuid not null references dealer,
  site_id uuid,
  day date not null,
  count int not null,
  unique nulls not distinct (company_id, dealer_id, site_id, day)
);
`;

const SUPPORT = /* sql */ `
alter table support_case
  -- who is told of an answer; null where an API key asked
  add column opened_by_id text,
  add column answered_at timestamptz,
  add column closed_by text;
alter table support_note add column from_support boolean not null default false;
`;

const FIND_INVITATION = /* sql */ `
create function find_invitation(hash bytea)
  returns table (id uuid, company_id uuid, dealer_id uuid, expires_at timestamptz, revoked_at timestamptz, accepted_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select id, company_id, dealer_id, expires_at, revoked_at, accepted_at from invitation where token_hash = hash $$
`;

/** Cases of all companies, the oldest waiting first; what is in them is read as their tenant. */
const FIND_SUPPORT_CASES = /* sql */ `
create function find_support_cases(which text, after_at timestamptz, after_id uuid, most int)
  returns table (id uuid, company_id uuid, dealer_id uuid, opened_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.id, c.company_id, c.dealer_id, c.opened_at from support_case c
    where c.state = which and (after_at is null or (c.opened_at, c.id) < (after_at, after_id))
    order by c.opened_at desc, c.id desc limit most
  $$
`;

const FIND_SUPPORT_CASE = /* sql */ `
create function find_support_case(case_id uuid)
  returns table (id uuid, company_id uuid, dealer_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select c.id, c.company_id, c.dealer_id from support_case c where c.id = case_id $$
`;

/** Counters of requests, by a hash of whose they are; no tenant's, and kept apart so that they can be thrown away. */
const LIMITS = /* sql */ `
create schema limits;
create table limits.rate_limit (
  key text primary key,
  points int not null default 0,
  expire bigint
);
create index rate_limit_expire on limits.rate_limit (expire);
grant usage on schema limits to keyholder_app;
grant select, insert, update, delete on limits.rate_limit to keyholder_app;
`;

/** Invitations, the daily ceiling, what support answers, and limits of requests over all processes. */
export class Accounts extends Migration {
  override up(): void {
    for (const statement of [
      INVITATIONS,
      KEYS_AND_COMPANIES,
      SUPPORT,
      LIMITS,
      ...boundToDealer('invitation'),
      ...boundToDealer('welcome_count'),
      ...['invitation', 'welcome_count'].flatMap(usableByApp),
      'grant delete on membership, welcome_count to keyholder_app',
      ...readableByLookups(
        'invitation',
        'id, company_id, dealer_id, token_hash, expires_at, revoked_at, accepted_at',
      ),
      ...readableByLookups('support_case', 'id, company_id, dealer_id, state, opened_at'),
      'create index support_case_by_state on support_case (state, opened_at desc, id desc)',
      FIND_INVITATION,
      FIND_SUPPORT_CASES,
      FIND_SUPPORT_CASE,
      ...answersWithoutTenant('find_invitation(bytea)'),
      ...answersWithoutTenant('find_support_cases(text, timestamptz, uuid, int)'),
      ...answersWithoutTenant('find_support_case(uuid)'),
    ]) {
      this.addSql(statement);
    }
  }

  override down(): void {
    throw new Error('Invitations and answers would be lost: restore a backup instead.');
  }
}
