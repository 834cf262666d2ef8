import { Migration } from '@mikro-orm/migrations';
import { answersWithoutTenant } from './tenant-tables.ts';

const COLUMNS = /* sql */ `
alter table text_message
  -- how soon it is handed over where many wait
  add column lane text not null default 'pressed' check (lane in ('urgent', 'pressed', 'bulk')),
  -- 1, and one more with each retry of our own, which is a new row
  add column try_number int not null default 1,
  add column retry_of uuid references text_message,
  -- when the text was first wanted, where this row is a retry
  add column wanted_at timestamptz;
create index text_waiting_in_lane on text_message (company_id, dealer_id, lane) where state = 'queued';
create index text_held on text_message (company_id, brand_id, hold_reason) where state = 'held';
create unique index text_retried_once on text_message (company_id, retry_of) where retry_of is not null;

alter table brand
  -- the provider's own code for what stopped the queue
  add column queue_stopped_code text,
  -- one text is let through now and then, to find out whether the set-up was mended
  add column queue_probe_text_id uuid,
  add column queue_probes int not null default 0,
  add column queue_next_probe_at timestamptz;
create index brand_stopped on brand (id) where queue_stopped_at is not null;
`;

/**
 * Asked by the sweeper. A waiting text is woken once a minute, not each time it is seen; a text whose callback is
 * missing is asked for at growing distances, for three days.
 */
const UNFINISHED_TEXTS = /* sql */ `
create or replace function find_unfinished_texts(queued_before timestamptz, claimed_before timestamptz, polled_before timestamptz, most int)
  returns table (id uuid, company_id uuid, dealer_id uuid, state text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select id, company_id, dealer_id, state from text_message
    where (state = 'queued' and due_at < queued_before and coalesce(polled_at, due_at) < queued_before)
       or (state = 'sending' and claimed_at < claimed_before)
       or (state in ('uncertain', 'accepted', 'sent') and claimed_at > polled_before - interval '3 days'
           and coalesce(polled_at, claimed_at) + (coalesce(polled_at, claimed_at) - claimed_at) < polled_before)
    order by due_at limit most
  $$
`;

const STOPPED_BRANDS = /* sql */ `
create function find_stopped_brands()
  returns table (id uuid, company_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select id, company_id from brand where queue_stopped_at is not null $$
`;

/** Lanes, retries of our own, and a brand's queue that stops and is tried again. */
export class LanesRetriesQueueStops extends Migration {
  override up(): void {
    this.addSql(COLUMNS);
    this.addSql(UNFINISHED_TEXTS);
    this.addSql('grant select (queue_stopped_at) on brand to keyholder_lookup');
    this.addSql(STOPPED_BRANDS);
    for (const statement of answersWithoutTenant('find_stopped_brands()')) this.addSql(statement);
  }
}
