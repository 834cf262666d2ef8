import type { RunKind, RunState } from '@keyholder/domain/bulk/bulk-run-repository';
import type { Permission } from '@keyholder/domain/welcome/send-welcome';
import { sql, type Kysely, type Selectable } from 'kysely';
import { iso, moment, momentOrNull, type Tables } from '../../adapters/postgres/read-database.ts';
import type { BulkRunView } from '../bulk.schemas.ts';

const countsOf = (db: Kysely<Tables>, companyId: string, runIds: readonly string[]) =>
  db
    .selectFrom('bulk_item')
    .select([
      'run_id',
      sql<number>`count(*)::int`.as('total'),
      sql<number>`(count(*) filter (where state = 'waiting'))::int`.as('waiting'),
      sql<number>`(count(*) filter (where state = 'done'))::int`.as('done'),
      sql<number>`(count(*) filter (where state = 'skipped'))::int`.as('skipped'),
      sql<number>`(count(*) filter (where state = 'failed'))::int`.as('failed'),
      sql<number>`(count(verdict))::int`.as('checked'),
      sql<number>`(count(*) filter (where verdict = 'create'))::int`.as('create'),
      sql<number>`(count(*) filter (where verdict = 'on_list'))::int`.as('onList'),
      sql<number>`(count(*) filter (where verdict = 'refused'))::int`.as('refused'),
      sql<number>`(count(*) filter (where report->'notes' ? 'new_site'))::int`.as('newSites'),
      sql<number>`(count(*) filter (where report->'notes' ? 'not_texted_landline'))::int`.as('landlines'),
    ])
    .where('company_id', '=', companyId)
    .where(sql<boolean>`run_id = any (${[...runIds]}::uuid[])`)
    .groupBy('run_id')
    .execute();

const NONE = {
  total: 0,
  waiting: 0,
  done: 0,
  skipped: 0,
  failed: 0,
  checked: 0,
  create: 0,
  onList: 0,
  refused: 0,
  newSites: 0,
  landlines: 0,
};

/** Runs as the API shows them, with how far each is. */
export const bulkRunViews = async (
  db: Kysely<Tables>,
  companyId: string,
  rows: readonly Selectable<Tables['bulk_run']>[],
): Promise<BulkRunView[]> => {
  const counts = await countsOf(
    db,
    companyId,
    rows.map(({ id }) => id),
  );
  const byRun = new Map(counts.map((count) => [count.run_id, count]));
  return rows.map((row) => {
    const { total, waiting, done, skipped, failed, ...report } = byRun.get(row.id) ?? NONE;
    const { checked, create, onList, refused, newSites, landlines } = report;
    return {
      id: row.id,
      kind: row.kind as RunKind,
      state: row.state as RunState,
      by: String(row.owner['name']),
      permission: row.permission as Permission | null,
      fileName: row.file_name,
      columns: row.columns,
      mapping: row.mapping,
      defaults: row.defaults as BulkRunView['defaults'],
      counts: { total, waiting, done, skipped, failed },
      report: row.kind === 'import' ? { checked, create, onList, refused, newSites, landlines } : null,
      createdAt: moment(row.created_at).toISOString(),
      finishedAt: iso(momentOrNull(row.finished_at)),
    };
  });
};
