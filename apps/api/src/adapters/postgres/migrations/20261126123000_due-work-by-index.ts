import { Migration } from '@mikro-orm/migrations';

const INDEXES = [
  `create index text_queued on text_message (due_at) where state = 'queued'`,
  `create index text_sending on text_message (claimed_at) where state = 'sending'`,
  `create index text_without_last_word on text_message (claimed_at) where state in ('uncertain', 'accepted', 'sent')`,
  'drop index text_unfinished',
];

const UNFINISHED_TEXTS = /* sql */ `
create or replace function find_unfinished_texts(queued_before timestamptz, claimed_before timestamptz, polled_before timestamptz, most int)
  returns table (id uuid, company_id uuid, dealer_id uuid, state text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    (select id, company_id, dealer_id, state from text_message
     where state = 'queued' and due_at < queued_before and coalesce(polled_at, due_at) < queued_before
     order by due_at limit most)
    union all
    (select id, company_id, dealer_id, state from text_message
     where state = 'sending' and claimed_at < claimed_before
     order by claimed_at limit most)
    union all
    (select id, company_id, dealer_id, state from text_message
     where state in ('uncertain', 'accepted', 'sent')
       and claimed_at > polled_before - interval '3 days' and claimed_at < polled_before
       and coalesce(polled_at, claimed_at) + (coalesce(polled_at, claimed_at) - claimed_at) < polled_before
     order by claimed_at limit most)
  $$
`;

const TEXTS_TO_REMIND = /* sql */ `
create or replace function find_texts_to_remind(at timestamptz, most int)
  returns table (id uuid, company_id uuid, dealer_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select t.id, d.company_id, d.id from dealer d
    cross join lateral (
      select m.id, coalesce(m.sent_at, m.delivered_at) as reached_at from text_message m
      where m.company_id = d.company_id and m.dealer_id = d.id
        and m.kind = 'welcome' and m.state in ('sent', 'delivered') and m.reminder_decided_at is null
        and coalesce(m.sent_at, m.delivered_at) <= at - make_interval(days => d.reminder_after_days)
      order by coalesce(m.sent_at, m.delivered_at) limit most) t
    where d.reminder_after_days is not null
    order by t.reached_at limit most
  $$
`;

const LINE_CHECKS_DUE = /* sql */ `
create or replace function find_line_checks_due(at timestamptz, most int)
  returns table (id uuid, company_id uuid, dealer_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select due.id, due.company_id, due.dealer_id from (
      (select l.id, l.company_id, l.dealer_id, l.checked_at from line_check l
       where l.recheck_at <= at order by l.recheck_at limit most)
      union all
      (select l.id, d.company_id, d.id, l.checked_at from dealer d
       cross join lateral (
         select c.id, c.checked_at from line_check c
         where c.company_id = d.company_id and c.dealer_id = d.id and c.recheck_at is null
           and c.checked_at <= at - make_interval(days => d.recheck_after_days)
         order by c.checked_at limit most) l
       where d.recheck_after_days is not null)
    ) due
    order by due.checked_at limit most
  $$
`;

/** Asked with each callback and each request: the statement is planned once for a connection, not each time. */
const ASKED_OFTEN = [
  `create or replace function find_text(attempt uuid, provider text)
    returns table (id uuid, company_id uuid, dealer_id uuid)
    language plpgsql stable security definer rows 1 set search_path = public, pg_temp
    as $$
    #variable_conflict use_column
    begin
      if attempt is not null then
        return query select id, company_id, dealer_id from text_message where id = attempt;
        if found then return; end if;
      end if;
      return query select id, company_id, dealer_id from text_message where provider_id = provider;
    end $$`,
  `create or replace function find_api_key(hash bytea)
    returns table (id uuid, company_id uuid, dealer_id uuid, name text, scopes text[], expires_at timestamptz)
    language plpgsql stable security definer rows 1 set search_path = public, pg_temp
    as $$
    #variable_conflict use_column
    begin
      return query select id, company_id, dealer_id, name, scopes, expires_at from api_key
        where key_hash = hash and revoked_at is null;
    end $$`,
];

/**
 * What is due is found by index, state by state and dealer by dealer: workers ask every few seconds, and a million
 * texts whose carrier never says its last word were gone through each time.
 */
export class DueWorkByIndex extends Migration {
  override up(): void {
    for (const statement of [
      ...INDEXES,
      UNFINISHED_TEXTS,
      TEXTS_TO_REMIND,
      LINE_CHECKS_DUE,
      ...ASKED_OFTEN,
    ]) {
      this.addSql(statement);
    }
  }
}
