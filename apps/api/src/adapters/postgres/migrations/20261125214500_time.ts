import { Migration } from '@mikro-orm/migrations';
import { answersWithoutTenant } from './tenant-tables.ts';

const COLUMNS = /* sql */ `
alter table dealer
  -- days after which a contact who has not answered is reminded once; null: never
  add column reminder_after_days int default 3 check (reminder_after_days between 1 and 14),
  -- wall times at the site between which nothing is sent that nobody waits for
  add column quiet_from text not null default '21:00',
  add column quiet_until text not null default '08:00',
  -- days after which a number is looked up again; null: never
  add column recheck_after_days int default 180 check (recheck_after_days between 30 and 730);

alter table text_message
  -- when it was decided whether this text is followed by a reminder
  add column reminder_decided_at timestamptz;
create index text_to_remind on text_message (company_id, dealer_id, sent_at)
  where kind = 'welcome' and state in ('sent', 'delivered') and reminder_decided_at is null;
create index text_held_until on text_message (hold_until) where state = 'held' and hold_reason = 'quiet_hours';

alter table line_check
  -- what a job may carry in place of the number
  add column id uuid not null default gen_random_uuid(),
  -- when it is looked up again before it grows old: after no verdict, or after a text bounced
  add column recheck_at timestamptz,
  -- look-ups in a row that gave no verdict
  add column tries int not null default 0,
  add unique (company_id, id);
create index line_check_again on line_check (recheck_at) where recheck_at is not null;
create index line_check_age on line_check (company_id, dealer_id, checked_at);
`;

/** Work that is due at some time without anybody asking for it. Answers ids; what is done is decided on the whole facts. */
const LOOKUPS: readonly { readonly signature: string; readonly sql: string }[] = [
  {
    signature: 'find_held_texts(timestamptz, int)',
    sql: `create function find_held_texts(at timestamptz, most int)
      returns table (id uuid, company_id uuid, dealer_id uuid)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select id, company_id, dealer_id from text_message
            where state = 'held' and hold_reason = 'quiet_hours' and hold_until <= at order by hold_until limit most $$`,
  },
  {
    signature: 'find_texts_to_remind(timestamptz, int)',
    sql: `create function find_texts_to_remind(at timestamptz, most int)
      returns table (id uuid, company_id uuid, dealer_id uuid)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select t.id, t.company_id, t.dealer_id from text_message t
            join dealer d on d.company_id = t.company_id and d.id = t.dealer_id
            where t.kind = 'welcome' and t.state in ('sent', 'delivered') and t.reminder_decided_at is null
              and t.sent_at <= at - make_interval(days => d.reminder_after_days)
            order by t.sent_at limit most $$`,
  },
  {
    signature: 'find_line_checks_due(timestamptz, int)',
    sql: `create function find_line_checks_due(at timestamptz, most int)
      returns table (id uuid, company_id uuid, dealer_id uuid)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select l.id, l.company_id, l.dealer_id from line_check l
            join dealer d on d.company_id = l.company_id and d.id = l.dealer_id
            where l.recheck_at <= at
              or (l.recheck_at is null and l.checked_at <= at - make_interval(days => d.recheck_after_days))
            order by l.checked_at limit most $$`,
  },
  {
    signature: 'find_brands()',
    sql: `create function find_brands()
      returns table (id uuid, company_id uuid)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select id, company_id from brand $$`,
  },
];

/** Reminders, quiet hours and line checks that grow old; replies that no webhook told of. */
export class Time extends Migration {
  override up(): void {
    this.addSql(COLUMNS);
    this.addSql(
      `grant select (kind, sent_at, hold_reason, hold_until, reminder_decided_at) on text_message to keyholder_lookup`,
    );
    for (const [table, columns] of [
      ['dealer', 'id, company_id, reminder_after_days, recheck_after_days'],
      ['line_check', 'id, company_id, dealer_id, checked_at, recheck_at'],
    ]) {
      this.addSql(`grant select (${columns}) on ${table} to keyholder_lookup`);
      this.addSql(`do $$ begin
        create policy lookup on ${table} for select to keyholder_lookup using (true);
      exception when duplicate_object then null; end $$`);
    }
    // A number that nobody has any more is forgotten.
    this.addSql('grant delete on line_check to keyholder_app');
    for (const { signature, sql } of LOOKUPS) {
      this.addSql(sql);
      for (const statement of answersWithoutTenant(signature)) this.addSql(statement);
    }
  }
}
