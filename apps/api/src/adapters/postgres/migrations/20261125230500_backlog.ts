import { Migration } from '@mikro-orm/migrations';
import { answersWithoutTenant } from './tenant-tables.ts';

/** Counts by company of what waits, for whoever runs this. */
export class BacklogCounts extends Migration {
  override up(): void {
    this.addSql(`create function measure_backlog(at timestamptz)
      returns table (company_id uuid, waiting bigint, oldest_due timestamptz, held bigint, uncertain bigint, stopped bigint)
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select c.company_id, coalesce(t.waiting, 0), t.oldest_due, coalesce(t.held, 0), coalesce(t.uncertain, 0), c.stopped
        from (select b.company_id, count(b.queue_stopped_at) as stopped from brand b group by b.company_id) c
        left join (
          select m.company_id,
            count(*) filter (where m.state = 'queued' and m.due_at <= at) as waiting,
            min(m.due_at) filter (where m.state = 'queued') as oldest_due,
            count(*) filter (where m.state = 'held') as held,
            count(*) filter (where m.state = 'uncertain') as uncertain
          from text_message m where m.state in ('queued', 'held', 'uncertain') group by m.company_id
        ) t on t.company_id = c.company_id
      $$`);
    for (const statement of answersWithoutTenant('measure_backlog(timestamptz)')) this.addSql(statement);
  }
}
