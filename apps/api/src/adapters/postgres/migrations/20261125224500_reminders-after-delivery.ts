import { Migration } from '@mikro-orm/migrations';

/** Callbacks come in any order: a text may be known to be delivered and never have been told to be sent. */
export class RemindersAfterDelivery extends Migration {
  override up(): void {
    this.addSql('drop index text_to_remind');
    this
      .addSql(`create index text_to_remind on text_message (company_id, dealer_id, (coalesce(sent_at, delivered_at)))
      where kind = 'welcome' and state in ('sent', 'delivered') and reminder_decided_at is null`);
    this.addSql('grant select (delivered_at) on text_message to keyholder_lookup');
    this.addSql(`create or replace function find_texts_to_remind(at timestamptz, most int)
      returns table (id uuid, company_id uuid, dealer_id uuid)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select t.id, t.company_id, t.dealer_id from text_message t
            join dealer d on d.company_id = t.company_id and d.id = t.dealer_id
            where t.kind = 'welcome' and t.state in ('sent', 'delivered') and t.reminder_decided_at is null
              and coalesce(t.sent_at, t.delivered_at) <= at - make_interval(days => d.reminder_after_days)
            order by coalesce(t.sent_at, t.delivered_at) limit most $$`);
  }
}
