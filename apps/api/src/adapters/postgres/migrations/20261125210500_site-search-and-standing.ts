import { Migration } from '@mikro-orm/migrations';
import { answersWithoutTenant, boundToDealer, readableByLookups, usableByApp } from './tenant-tables.ts';

/*
 * Two tables that are computed from the others, one row per site, written in the transaction that changes a site or
 * its contacts: what the site is found by, and how it stands. Apart, because they change at different times: the
 * trigram index is dear to write, and a contact's texts change no name.
 */
const TABLES = /* sql */ `
create extension if not exists pg_trgm;

create table site_search (
  site_id uuid not null,
  company_id uuid not null references company,
  dealer_id uuid not null,
  -- the site's name, folded: lists are in this order
  name_key text collate "C" not null,
  -- everything the site is found by, folded
  document text not null,
  archived boolean not null,
  primary key (company_id, site_id),
  foreign key (company_id, dealer_id, site_id) references site (company_id, dealer_id, id)
);
create index site_search_by_name on site_search (company_id, dealer_id, archived, name_key, site_id);
-- Without a pending list: a search must not wait for entries that nobody has sorted in yet.
create index site_search_words on site_search using gin (document gin_trgm_ops) with (fastupdate = off);

create table site_standing (
  site_id uuid not null,
  company_id uuid not null references company,
  dealer_id uuid not null,
  name_key text collate "C" not null,
  archived boolean not null,
  -- different numbers that would be texted about an alarm now
  reachable int not null,
  contacts int not null,
  minimum int not null,
  -- the next step, and its place in the order; null: not on the worklist
  action text,
  rank int,
  -- when to compute it again although nothing has happened; null: not before something happens
  recheck_at timestamptz,
  primary key (company_id, site_id),
  foreign key (company_id, dealer_id, site_id) references site (company_id, dealer_id, id),
  check ((action is null) = (rank is null))
);
create index site_standing_worklist on site_standing (company_id, dealer_id, rank, name_key, site_id)
  where rank is not null and not archived;
create index site_standing_counts on site_standing (company_id, dealer_id, rank)
  include (reachable, contacts, minimum) where not archived;
create index site_standing_recheck on site_standing (recheck_at) where recheck_at is not null;
`;

/** Every site has both rows from its first moment, whoever adds it; they are computed in full when they are due. */
const FIRST_ROWS = /* sql */ `
create function add_site_overview() returns trigger language plpgsql as $$
begin
  insert into site_search (site_id, company_id, dealer_id, name_key, document, archived)
    values (new.id, new.company_id, new.dealer_id, lower(new.name), ' ' || lower(new.name), new.archived_at is not null);
  insert into site_standing
      (site_id, company_id, dealer_id, name_key, archived, reachable, contacts, minimum, action, rank, recheck_at)
    values (new.id, new.company_id, new.dealer_id, lower(new.name), new.archived_at is not null, 0, 0,
      new.minimum_reachable, null, null, '-infinity');
  return null;
end $$;
create trigger add_site_overview after insert on site for each row execute function add_site_overview();

insert into site_search (site_id, company_id, dealer_id, name_key, document, archived)
  select id, company_id, dealer_id, lower(name), ' ' || lower(name), archived_at is not null from site;
insert into site_standing
    (site_id, company_id, dealer_id, name_key, archived, reachable, contacts, minimum, action, rank, recheck_at)
  select id, company_id, dealer_id, lower(name), archived_at is not null, 0, 0, minimum_reachable, null, null, '-infinity'
  from site;
`;

/**
 * Sites of the session's dealer in the order of their names. Under row-level security a LIKE could not use the trigram
 * index (it might leak what it compares), so this runs as a role that reads this one table, and takes the tenant from
 * the session itself.
 *
 * Words that many sites have are found among the first sites by name; for the others the trigram index has few rows
 * to sort. Each of the two would be slow for the other's words.
 */
const SEARCH = /* sql */ `
create function search_sites(
    patterns text[], phone_pattern text, in_archive boolean, after_key text, after_id uuid, most int)
  returns table (site_id uuid, name_key text)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  company uuid := nullif(current_setting('app.company', true), '')::uuid;
  dealer uuid := nullif(current_setting('app.dealer', true), '')::uuid;
  looked_at int;
  found_ids uuid[];
  conditions text;
begin
  if company is null or dealer is null then
    return;
  end if;
  with first as materialized (
    select s.site_id, s.name_key, s.document from site_search s
    where s.company_id = company and s.dealer_id = dealer and s.archived = in_archive
      and (after_id is null or (s.name_key, s.site_id) > (after_key collate "C", after_id))
    order by s.name_key, s.site_id limit 2000
  ), hits as (
    select f.site_id from first f
    where f.document like all (patterns) or f.document like phone_pattern
    order by f.name_key, f.site_id limit most
  )
  select (select count(*) from first), array(select h.site_id from hits h) into looked_at, found_ids;
  if looked_at < 2000 or cardinality(found_ids) >= most then
    return query
      select s.site_id, s.name_key from site_search s
      where s.company_id = company and s.site_id = any (found_ids)
      order by s.name_key, s.site_id;
  else
    -- Each pattern as a condition of its own, so that the index is asked for all of them. Materialised: with the order
    -- and the limit in sight the planner would walk all sites by name.
    select string_agg(format('s.document like $4[%s]', n), ' and ') into conditions
      from generate_series(1, cardinality(patterns)) n;
    if phone_pattern is not null then
      conditions := format('(s.document like $5 or (%s))', conditions);
    end if;
    return query execute format($sql$
      with hits as materialized (
        select s.site_id, s.name_key from site_search s
        where s.company_id = $1 and s.dealer_id = $2 and s.archived = $3 and %s
      )
      select h.site_id, h.name_key from hits h
      where $7 is null or (h.name_key, h.site_id) > ($6 collate "C", $7)
      order by h.name_key, h.site_id limit $8 $sql$, conditions)
      using company, dealer, in_archive, patterns, phone_pattern, after_key, after_id, most;
  end if;
end $$;
grant usage on schema public to keyholder_search;
grant select on site_search to keyholder_search;
create policy search on site_search for select to keyholder_search using (true);
grant create on schema public to keyholder_search;
alter function search_sites(text[], text, boolean, text, uuid, int) owner to keyholder_search;
revoke create on schema public from keyholder_search;
revoke all on function search_sites(text[], text, boolean, text, uuid, int) from public;
grant execute on function search_sites(text[], text, boolean, text, uuid, int) to keyholder_app;
`;

/** Sites whose standing is due to be computed again: the sweeper asks for these. */
const DUE = /* sql */ `
create function find_due_standings(due_before timestamptz, most int)
  returns table (id uuid, company_id uuid, dealer_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select site_id, company_id, dealer_id from site_standing where recheck_at <= due_before order by recheck_at limit most $$
`;

/** What a site is found by and how it stands, for the search and the worklist. */
export class SiteSearchAndStanding extends Migration {
  override up(): void {
    this.addSql(TABLES);
    this.addSql(FIRST_ROWS);
    for (const table of ['site_search', 'site_standing']) {
      for (const statement of [...boundToDealer(table), ...usableByApp(table)]) this.addSql(statement);
    }
    this.addSql(SEARCH);
    for (const statement of readableByLookups('site_standing', 'site_id, company_id, dealer_id, recheck_at'))
      this.addSql(statement);
    this.addSql(DUE);
    for (const statement of answersWithoutTenant('find_due_standings(timestamptz, int)'))
      this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop trigger add_site_overview on site');
    this.addSql('drop function add_site_overview, search_sites, find_due_standings');
    this.addSql('drop table site_search, site_standing');
  }
}
