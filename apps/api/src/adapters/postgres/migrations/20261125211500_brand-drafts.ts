import { Migration } from '@mikro-orm/migrations';
import {
  answersWithoutTenant,
  appendOnly,
  boundToCompany,
  readableByLookups,
  usableByApp,
} from './tenant-tables.ts';

const DRAFTS = /* sql */ `
alter table brand
  -- what the company edits; null for brands older than drafts
  add column draft jsonb,
  add column draft_version int not null default 1,
  add column reminder_days int default 3 check (reminder_days between 1 and 30),
  -- what was found out about the host of the links
  add column link_host jsonb,
  -- what a publisher has put where people see it: version, and build of the templates
  add column live_version int,
  add column live_build text,
  add column live_at timestamptz,
  -- a brand that was never published need not text from anywhere
  alter column sender_kind drop not null,
  alter column sender_value drop not null,
  add check (published_version = 0 or (sender_kind is not null and sender_value is not null));
create index brand_live on brand (live_build) where published_version > 0;

alter table brand_version
  -- the draft it was made from; null for versions older than drafts
  add column draft jsonb,
  -- the version whose draft was published again
  add column rolled_back_to int;

-- Every key that a brand ever had: links with the earlier ones go on working, so nobody else gets them.
create table brand_key (
  brand_key text primary key,
  company_id uuid not null references company,
  brand_id uuid not null references brand,
  taken_at timestamptz not null
);
create index key_of_brand on brand_key (company_id, brand_id);
insert into brand_key select brand_key, company_id, id, created_at from brand;

-- Who changed which fields of a draft: told to whoever edits an older one.
create table brand_draft_edit (
  company_id uuid not null references company,
  brand_id uuid not null references brand,
  version int not null,
  fields text[] not null,
  by text,
  at timestamptz not null,
  primary key (company_id, brand_id, version)
);

-- Uploaded files, as they came out of cleaning. The content is in the media store, under the company's folder.
create table brand_asset (
  company_id uuid not null references company,
  -- hash of the content
  id text not null,
  kind text not null check (kind in ('logo', 'video', 'captions', 'poster')),
  file text not null,
  card_photo text,
  bytes int not null,
  width int,
  height int,
  seconds double precision,
  logo jsonb,
  -- as the file was called where it came from
  name text not null,
  added_by text,
  added_at timestamptz not null,
  primary key (company_id, id)
);

-- Numbers and services that are set up for a company; it chooses among them, and cannot text from another's.
create table company_sender (
  value text primary key,
  company_id uuid not null references company,
  kind text not null check (kind in ('messaging_service', 'number')),
  -- numbers that texts come from
  numbers text[] not null,
  -- the brand that texted from it last: replies still come in after it took another sender
  brand_id uuid references brand,
  added_at timestamptz not null
);
create index sender_of_company on company_sender (company_id);
insert into company_sender (value, company_id, kind, numbers, brand_id, added_at)
  select distinct on (sender_value) sender_value, company_id, sender_kind,
    case sender_kind when 'number' then array[sender_value] else '{}'::text[] end, id, created_at
  from brand order by sender_value, created_at;
`;

const FIND_BRAND_BY_SENDER = /* sql */ `
create function find_brand_by_sender(senders text[])
  returns table (id uuid, company_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select id, company_id from (
      select id, company_id, 1 as rank, created_at from brand
        where sender_value = any (senders) and published_version > 0
      union all
      select brand_id, company_id, 2, added_at from company_sender
        where brand_id is not null and (value = any (senders) or numbers && senders)
    ) found order by rank, created_at, id limit 1
  $$
`;

const FIND_STALE_BRANDS = /* sql */ `
create function find_stale_brands(build text)
  returns table (id uuid, company_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select id, company_id from brand
    where published_version > 0 and (live_build is distinct from build or live_version is distinct from published_version)
    order by id
  $$
`;

const TABLES = ['brand_key', 'brand_draft_edit', 'brand_asset', 'company_sender'];

/** Drafts, versions, files, keys and senders of brands. */
export class BrandDrafts extends Migration {
  override up(): void {
    for (const statement of [
      DRAFTS,
      ...TABLES.flatMap((table) => boundToCompany(table)),
      ...TABLES.flatMap(usableByApp),
      ...appendOnly('brand_draft_edit'),
      ...appendOnly('brand_key'),
      'drop function find_brand_by_sender(text[])',
      'grant select (published_version, live_version, live_build) on brand to keyholder_lookup',
      ...readableByLookups('company_sender', 'value, company_id, numbers, brand_id, added_at'),
      FIND_BRAND_BY_SENDER,
      FIND_STALE_BRANDS,
      ...['find_brand_by_sender(text[])', 'find_stale_brands(text)'].flatMap(answersWithoutTenant),
    ]) {
      this.addSql(statement);
    }
  }

  override down(): void {
    throw new Error('Drafts and uploads would be lost: restore a backup instead.');
  }
}
