import { Migration } from '@mikro-orm/migrations';
import { answersWithoutTenant } from './tenant-tables.ts';

const COLUMNS = /* sql */ `
alter table brand
  -- requests in a row that the provider of texts gave no answer to
  add column unanswered int not null default 0,
  -- while it was down: when it last answered a question; one text is let through for each answer
  add column queue_answered_at timestamptz
`;

/** A brand's queue that stops because the provider does not answer; stopped queues are counted by cause. */
export class ProviderDown extends Migration {
  override up(): void {
    this.addSql(COLUMNS);
    this.addSql('grant select (queue_stopped_reason) on brand to keyholder_lookup');
    this.addSql(`create function count_stopped_brands()
      returns table (company_id uuid, cause text, stopped bigint)
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select company_id, queue_stopped_reason, count(*) from brand
        where queue_stopped_at is not null group by company_id, queue_stopped_reason
      $$`);
    for (const statement of answersWithoutTenant('count_stopped_brands()')) this.addSql(statement);
  }
}
