import { Migration } from '@mikro-orm/migrations';
import {
  answersWithoutTenant,
  appendOnly,
  boundToCompany,
  boundToDealer,
  readableByLookups,
  usableByApp,
} from './tenant-tables.ts';

/** Tables whose rows belong to a dealer. */
const OF_DEALER = [
  'site',
  'contact',
  'line_check',
  'text_message',
  'link',
  'reply',
  'consent_evidence',
  'audit_entry',
  'refused_number',
  'support_case',
  'support_note',
  'membership',
  'api_key',
  'idempotency_key',
];

/** Tables whose rows belong to a company and are shared by its dealers. */
const OF_COMPANY = ['dealer', 'brand', 'brand_version', 'opt_out', 'provider_event'];

/** Rows that may be added and never changed or deleted by the application. */
const APPEND_ONLY = ['consent_evidence', 'audit_entry', 'brand_version'];

const TABLES = /* sql */ `
create table company (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

create table brand (
  id uuid primary key,
  company_id uuid not null references company,
  -- null: the company's own brand, used by every dealer that has none
  dealer_id uuid,
  brand_key text not null unique,
  name text not null,
  published_version int not null default 0,
  link_origin text not null,
  link_life_days int not null default 30,
  sender_kind text not null check (sender_kind in ('messaging_service', 'number')),
  sender_value text not null,
  language text not null default 'en',
  confirmation_text boolean not null default true,
  confirm_by_reply boolean not null default false,
  -- whether the provider itself answers STOP, START and HELP
  provider_answers_keywords boolean not null default true,
  -- why no text of the brand goes out; null while the queue runs
  queue_stopped_reason text,
  queue_stopped_at timestamptz,
  created_at timestamptz not null
);
create unique index brand_of_company on brand (company_id, brand_key);
create index brand_sender on brand (sender_value);

-- What a brand showed and said at each version: consent evidence refers to it.
create table brand_version (
  company_id uuid not null references company,
  brand_id uuid not null references brand,
  version int not null,
  page jsonb not null,
  texts jsonb not null,
  published_at timestamptz not null,
  published_by text,
  primary key (company_id, brand_id, version)
);

create table dealer (
  id uuid primary key,
  company_id uuid not null references company,
  name text not null,
  brand_id uuid not null references brand,
  created_at timestamptz not null,
  unique (company_id, id)
);
alter table brand add foreign key (company_id, dealer_id) references dealer (company_id, id);

create table membership (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null references dealer,
  -- id of the person in the auth schema
  user_id text not null,
  role text not null check (role in ('dealer_admin', 'dealer_user')),
  created_at timestamptz not null,
  unique (company_id, dealer_id, user_id)
);
create index membership_user on membership (user_id);

create table api_key (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null references dealer,
  name text not null,
  -- first characters, to recognise it in a list
  prefix text not null,
  key_hash bytea not null unique,
  -- null: everything that a dealer admin may
  scopes text[],
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index api_key_dealer on api_key (company_id, dealer_id);

create table site (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null references dealer,
  name text not null,
  account_number text not null,
  subscriber_name text,
  address text,
  country text not null,
  time_zone text not null,
  language text,
  minimum_reachable int not null check (minimum_reachable between 1 and 9),
  contact_label text not null,
  version int not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  unique (company_id, dealer_id, account_number),
  unique (company_id, dealer_id, id)
);
create index site_by_name on site (company_id, dealer_id, name, id) where archived_at is null;

create table contact (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null,
  site_id uuid not null,
  name text not null,
  phone text not null check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
  email text,
  email_verification boolean not null check (not email_verification or email is not null),
  title text,
  slot_number int check (slot_number between 1 and 999),
  emergency_contact boolean not null,
  language text,
  -- covers what a dealer edits, never what the provider reports
  version int not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  -- since when this person has this number; texts and links of an earlier number or person do not count
  number_since timestamptz not null,
  agreement_state text not null default 'none' check (agreement_state in ('none', 'confirmed', 'declined')),
  agreement_at timestamptz,
  confirmed_by text check (confirmed_by in ('page', 'reply')),
  decline_reason text check (decline_reason in ('wrong_person', 'not_wanted')),
  page_opened_at timestamptz,
  watched_percent int not null default 0 check (watched_percent between 0 and 100),
  -- a text was delivered to the number, or the page confirmed from it
  number_proven_at timestamptz,
  bounced_at timestamptz,
  bounce_kind text check (bounce_kind in ('landline', 'invalid_number')),
  foreign key (company_id, dealer_id, site_id) references site (company_id, dealer_id, id),
  unique (company_id, dealer_id, id)
);
create unique index contact_phone_per_site on contact (company_id, site_id, phone) where removed_at is null;
create unique index contact_slot_per_site on contact (company_id, site_id, slot_number)
  where removed_at is null and slot_number is not null;
create index contact_of_site on contact (company_id, site_id, created_at, id) where removed_at is null;
create index contact_by_phone on contact (company_id, phone);

-- The line check is a fact about a number; each dealer pays for and sees its own.
create table line_check (
  company_id uuid not null references company,
  dealer_id uuid not null references dealer,
  phone text not null,
  result text not null check (result in ('valid', 'may_not_get_texts', 'not_textable', 'not_a_number', 'inconclusive')),
  line_type text,
  carrier text,
  country text,
  checked_at timestamptz not null,
  primary key (company_id, dealer_id, phone)
);

-- One row per text: the truth about it. A queued job is only a wake-up that holds its id.
create table text_message (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null,
  brand_id uuid not null references brand,
  brand_version int not null,
  site_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('welcome', 'reminder', 'new_link', 'confirmation', 'opt_out_notice', 'help')),
  phone text not null,
  language text not null,
  -- words as sent, with {link} in place of the link
  body text not null,
  link_id uuid,
  sender_kind text not null,
  sender_value text not null,
  encoding text not null,
  segments int not null,
  permission text check (permission in ('spoken', 'written', 'web_form')),
  insisted boolean not null default false,
  requested_by text,
  state text not null check (state in
    ('queued', 'held', 'sending', 'accepted', 'sent', 'delivered', 'failed', 'uncertain', 'cancelled')),
  reason text,
  provider_code text,
  provider_id text,
  hold_reason text check (hold_reason in ('quiet_hours', 'queue_stopped')),
  hold_until timestamptz,
  -- hand-overs that the provider did not process (rate limits)
  postponed int not null default 0,
  -- not handed over earlier than this
  due_at timestamptz not null,
  queued_at timestamptz not null,
  claimed_at timestamptz,
  accepted_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  failed_at timestamptz,
  uncertain_at timestamptz,
  cancelled_at timestamptz,
  -- when the provider was last asked what became of it
  polled_at timestamptz,
  foreign key (company_id, dealer_id, contact_id) references contact (company_id, dealer_id, id)
);
-- By number too: a text to the contact's earlier number may still be with the provider.
create unique index one_text_of_a_kind_in_flight on text_message (company_id, contact_id, kind, phone)
  where state in ('queued', 'held', 'sending');
create index text_of_contact on text_message (company_id, contact_id, queued_at);
create unique index text_by_provider_id on text_message (provider_id) where provider_id is not null;
create index text_unfinished on text_message (due_at) where state in ('queued', 'sending', 'uncertain', 'accepted', 'sent');
create index text_to_phone on text_message (company_id, phone, queued_at);

-- Links to the welcome page. Only a hash of the token is kept; several generations may live at once.
create table link (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null,
  contact_id uuid not null,
  phone text not null,
  generation int not null,
  -- which key the token is derived with
  kid text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  foreign key (company_id, dealer_id, contact_id) references contact (company_id, dealer_id, id),
  unique (company_id, contact_id, generation)
);
alter table text_message add foreign key (link_id) references link;

-- Refusals by number, one per site where somebody said so: they outlive the contact. 'wrong_person' holds at every
-- site of the dealer, 'not_wanted' at this one.
create table refused_number (
  company_id uuid not null references company,
  dealer_id uuid not null,
  site_id uuid not null,
  phone text not null,
  reason text not null check (reason in ('wrong_person', 'not_wanted')),
  at timestamptz not null,
  -- taken back by the contact; when is in the consent evidence
  withdrawn boolean not null default false,
  primary key (company_id, dealer_id, phone, site_id),
  foreign key (company_id, dealer_id, site_id) references site (company_id, dealer_id, id)
);

create table opt_out (
  company_id uuid not null references company,
  brand_id uuid not null references brand,
  phone text not null,
  opted_out boolean not null,
  source text not null check (source in ('stop', 'page', 'dealer', 'provider')),
  at timestamptz not null,
  -- when it was last said, also where it changed nothing: earlier statements that arrive later do not count
  heard_at timestamptz not null,
  primary key (company_id, brand_id, phone)
);

-- What contacts wrote back.
create table reply (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null,
  contact_id uuid not null,
  phone text not null,
  body text not null,
  meaning text not null,
  warning text check (warning in ('wrong_number', 'who_is_this', 'mentions_stop')),
  provider_id text not null,
  at timestamptz not null,
  read_at timestamptz,
  foreign key (company_id, dealer_id, contact_id) references contact (company_id, dealer_id, id),
  unique (company_id, contact_id, provider_id)
);
create index reply_of_contact on reply (company_id, contact_id, at);

-- The provider's webhooks as they came, stored before they are applied.
create table provider_event (
  id uuid primary key,
  company_id uuid not null references company,
  kind text not null check (kind in ('status', 'inbound')),
  payload jsonb not null,
  received_at timestamptz not null,
  applied_at timestamptz
);

-- Narrow, so that events can be partitioned or dropped while repetitions are still known.
create table provider_event_key (
  key text primary key,
  received_at timestamptz not null
);

create table consent_evidence (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null,
  contact_id uuid not null,
  -- position in the contact's chain, from 1
  seq int not null,
  kind text not null,
  at timestamptz not null,
  detail jsonb not null,
  prev_hash bytea,
  hash bytea not null,
  foreign key (company_id, dealer_id, contact_id) references contact (company_id, dealer_id, id),
  unique (company_id, contact_id, seq)
);

-- Requests with an Idempotency-Key, and the answers they got.
create table idempotency_key (
  company_id uuid not null references company,
  dealer_id uuid not null references dealer,
  key text not null,
  fingerprint bytea not null,
  begun_at timestamptz not null,
  carried_out boolean not null,
  status int,
  answer jsonb,
  primary key (company_id, dealer_id, key)
);

-- What a dealer asked support about, with everything that was known when it was asked.
create table support_case (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null,
  site_id uuid not null,
  contact_id uuid not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  disputed_check boolean not null,
  bundle jsonb not null,
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  foreign key (company_id, dealer_id, contact_id) references contact (company_id, dealer_id, id),
  unique (company_id, dealer_id, id)
);
create unique index one_open_case on support_case (company_id, contact_id) where state = 'open';
create index case_of_contact on support_case (company_id, contact_id, opened_at);

create table support_note (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null,
  case_id uuid not null,
  body text not null,
  by text,
  at timestamptz not null,
  foreign key (company_id, dealer_id, case_id) references support_case (company_id, dealer_id, id)
);
create index note_of_case on support_note (company_id, case_id, at);

create table audit_entry (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null references dealer,
  actor_kind text not null check (actor_kind in ('person', 'api_key', 'contact', 'system')),
  actor_id text,
  actor_name text,
  action text not null,
  site_id uuid,
  contact_id uuid,
  detail jsonb not null,
  at timestamptz not null
);
create index audit_of_contact on audit_entry (company_id, contact_id, at);
create index audit_of_dealer on audit_entry (company_id, dealer_id, at);
`;

/**
 * Each piece of evidence carries a hash over itself and the one before it: a row that is changed, removed or put in
 * between breaks the chain. The advisory lock makes two writers of one contact take turns.
 */
const EVIDENCE_CHAIN = /* sql */ `
create function link_consent_evidence() returns trigger language plpgsql as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.contact_id::text, 0));
  select e.seq, e.hash into last from consent_evidence e
    where e.company_id = new.company_id and e.contact_id = new.contact_id order by e.seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.prev_hash := last.hash;
  new.hash := sha256(convert_to(
    coalesce(encode(last.hash, 'hex'), '') || '|' || new.contact_id || '|' || new.seq || '|' || new.kind || '|' ||
    extract(epoch from new.at)::text || '|' || new.detail::text, 'UTF8'));
  return new;
end $$;
create trigger link_consent_evidence before insert on consent_evidence
  for each row execute function link_consent_evidence();
`;

/** Row-level security on every tenant-owned table. */
const rowLevelSecurity = (): string[] => [
  ...OF_DEALER.flatMap(boundToDealer),
  ...OF_COMPANY.flatMap((table) => boundToCompany(table)),
  ...boundToCompany('company', 'id'),
];

const grants = (): string[] => [
  'grant usage on schema public to keyholder_app, keyholder_lookup',
  ...[...OF_DEALER, ...OF_COMPANY, 'company', 'provider_event_key'].flatMap(usableByApp),
  'grant delete on provider_event, provider_event_key, idempotency_key to keyholder_app',
  ...APPEND_ONLY.flatMap(appendOnly),
];

/**
 * The few questions that are asked before a tenant is known. They run as a role that may read just these columns
 * and return ids, so that nothing else can be learnt without a tenant.
 */
const LOOKUPS: readonly { readonly reads: string; readonly table: string; readonly sql: string }[] = [
  {
    table: 'link',
    reads: 'id, company_id, dealer_id, contact_id, token_hash, expires_at, revoked_at',
    sql: `create function find_link(hash bytea)
      returns table (id uuid, company_id uuid, dealer_id uuid, contact_id uuid, expires_at timestamptz, revoked_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select id, company_id, dealer_id, contact_id, expires_at, revoked_at from link where token_hash = hash $$`,
  },
  {
    table: 'api_key',
    reads: 'id, company_id, dealer_id, name, key_hash, scopes, expires_at, revoked_at',
    sql: `create function find_api_key(hash bytea)
      returns table (id uuid, company_id uuid, dealer_id uuid, name text, scopes text[], expires_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select id, company_id, dealer_id, name, scopes, expires_at from api_key where key_hash = hash and revoked_at is null $$`,
  },
  {
    table: 'membership',
    reads: 'company_id, dealer_id, user_id, role, created_at',
    sql: `create function find_memberships(person text)
      returns table (company_id uuid, dealer_id uuid, role text)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select company_id, dealer_id, role from membership where user_id = person order by created_at $$`,
  },
  {
    table: 'text_message',
    reads: 'id, company_id, dealer_id, provider_id, state, due_at, claimed_at, polled_at',
    sql: `create function find_text(attempt uuid, provider text)
      returns table (id uuid, company_id uuid, dealer_id uuid)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select id, company_id, dealer_id from text_message where id = attempt or provider_id = provider
            order by (id = attempt) desc limit 1 $$`,
  },
  {
    table: 'brand',
    reads: 'id, company_id, sender_kind, sender_value, created_at',
    sql: `create function find_brand_by_sender(senders text[])
      returns table (id uuid, company_id uuid)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select id, company_id from brand where sender_value = any (senders) order by created_at, id limit 1 $$`,
  },
];

/** Texts that a worker should look at although nothing woke it: the sweeper asks for these. */
const UNFINISHED_TEXTS = /* sql */ `
create function find_unfinished_texts(queued_before timestamptz, claimed_before timestamptz, polled_before timestamptz, most int)
  returns table (id uuid, company_id uuid, dealer_id uuid, state text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select id, company_id, dealer_id, state from text_message
    where (state = 'queued' and due_at < queued_before)
       or (state = 'sending' and claimed_at < claimed_before)
       or (state in ('uncertain', 'accepted', 'sent') and claimed_at > polled_before - interval '3 days'
           and coalesce(polled_at, claimed_at) < polled_before)
    order by due_at limit most
  $$
`;

const lookups = (): string[] => [
  ...LOOKUPS.flatMap(({ table, reads, sql }) => [...readableByLookups(table, reads), sql]),
  UNFINISHED_TEXTS,
  ...[
    'find_link(bytea)',
    'find_api_key(bytea)',
    'find_memberships(text)',
    'find_text(uuid, text)',
    'find_brand_by_sender(text[])',
    'find_unfinished_texts(timestamptz, timestamptz, timestamptz, int)',
  ].flatMap(answersWithoutTenant),
];

/** The tables of the product, who may see which rows, and what may be asked before a tenant is known. */
export class TenantsSitesContactsTexts extends Migration {
  override up(): void {
    this.addSql(TABLES);
    this.addSql(EVIDENCE_CHAIN);
    for (const statement of [...rowLevelSecurity(), ...grants(), ...lookups()]) this.addSql(statement);
  }

  override down(): void {
    throw new Error('The first migration cannot be taken back: restore a backup instead.');
  }
}
