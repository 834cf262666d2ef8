import { Migration } from '@mikro-orm/migrations';

const IN_ORDER = /* sql */ `
create index site_standing_below_minimum on site_standing (company_id, dealer_id, name_key, site_id)
  where reachable < minimum and not archived
`;

/**
 * As search_sites, among the sites in use that are below their minimum. These are few or many, and so are those that a
 * word finds: the first of them by name are looked through, then the trigram index is asked. What the other table says
 * of a site is asked by its key: for a join the planner would go through all sites below their minimum, again and again.
 */
const SEARCH = /* sql */ `
create function search_sites_below_minimum(
    patterns text[], phone_pattern text, after_key text, after_id uuid, most int)
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
  with below as materialized (
    select b.site_id, b.name_key from site_standing b
    where b.company_id = company and b.dealer_id = dealer and b.reachable < b.minimum and not b.archived
      and (after_id is null or (b.name_key, b.site_id) > (after_key collate "C", after_id))
    order by b.name_key, b.site_id limit 2000
  ), hits as (
    select b.site_id from below b
    where (
      select s.document like all (patterns) or s.document like phone_pattern
      from site_search s where s.company_id = company and s.site_id = b.site_id
    )
    order by b.name_key, b.site_id limit most
  )
  select (select count(*) from below), array(select h.site_id from hits h) into looked_at, found_ids;
  if looked_at < 2000 or cardinality(found_ids) >= most then
    return query
      select s.site_id, s.name_key from site_search s
      where s.company_id = company and s.site_id = any (found_ids)
      order by s.name_key, s.site_id;
  else
    select string_agg(format('s.document like $3[%s]', n), ' and ') into conditions
      from generate_series(1, cardinality(patterns)) n;
    if phone_pattern is not null then
      conditions := format('(s.document like $4 or (%s))', conditions);
    end if;
    return query execute format($sql$
      with hits as materialized (
        select s.site_id, s.name_key from site_search s
        where s.company_id = $1 and s.dealer_id = $2 and not s.archived and %s
      )
      select h.site_id, h.name_key from hits h
      where ($6 is null or (h.name_key, h.site_id) > ($5 collate "C", $6))
        and (select b.reachable < b.minimum from site_standing b where b.company_id = $1 and b.site_id = h.site_id)
      order by h.name_key, h.site_id limit $7 $sql$, conditions)
      using company, dealer, patterns, phone_pattern, after_key, after_id, most;
  end if;
end $$
`;

const SIGNATURE = 'search_sites_below_minimum(text[], text, text, uuid, int)';

/** A dealer lists and searches the sites that are below their minimum. */
export class SitesBelowTheirMinimum extends Migration {
  override up(): void {
    for (const statement of [
      IN_ORDER,
      SEARCH,
      'grant select (site_id, company_id, dealer_id, name_key, archived, reachable, minimum) on site_standing to keyholder_search',
      'create policy search on site_standing for select to keyholder_search using (true)',
      'grant create on schema public to keyholder_search',
      `alter function ${SIGNATURE} owner to keyholder_search`,
      'revoke create on schema public from keyholder_search',
      `revoke all on function ${SIGNATURE} from public`,
      `grant execute on function ${SIGNATURE} to keyholder_app`,
    ]) {
      this.addSql(statement);
    }
  }

  override down(): void {
    this.addSql(`drop function ${SIGNATURE}`);
    this.addSql('drop policy search on site_standing');
    this.addSql(
      'revoke select (site_id, company_id, dealer_id, name_key, archived, reachable, minimum) on site_standing from keyholder_search',
    );
    this.addSql('drop index site_standing_below_minimum');
  }
}
