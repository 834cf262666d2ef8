import type {
  BulkItem,
  BulkRun,
  BulkRunRepository,
  ItemOutcome,
  RunKind,
  RunOwner,
  RunState,
} from '@keyholder/domain/bulk/bulk-run-repository';
import type { ImportDefaults } from '@keyholder/domain/bulk/import-check';
import type { ImportMapping } from '@keyholder/domain/bulk/import-fields';
import type { Permission } from '@keyholder/domain/welcome/send-welcome';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { DealerTenant } from '../../ports/caller.ts';
import { gathered, inOrderOf } from './gathered.ts';
import { moment, momentOrNull } from './moment.ts';
import type { Tables } from './rows/index.ts';

const json = <T>(value: unknown) => sql<T>`${JSON.stringify(value)}::jsonb`;

/** Where an item stands. */
interface Place {
  readonly id: string;
  readonly position: number;
}

/** The domain's run from its row. */
const bulkRunOf = (row: Selectable<Tables['bulk_run']>): BulkRun => ({
  id: row.id,
  kind: row.kind as RunKind,
  state: row.state as RunState,
  owner: row.owner as unknown as RunOwner,
  createdAt: moment(row.created_at),
  finishedAt: momentOrNull(row.finished_at),
  permission: row.permission as Permission | null,
  fileName: row.file_name,
  columns: row.columns,
  mapping: row.mapping,
  defaults: row.defaults as ImportDefaults | null,
});

const itemOf = (row: {
  readonly position: number;
  readonly cells: unknown;
  readonly contact_id: string | null;
}): BulkItem => ({
  position: row.position,
  cells: row.cells as readonly string[],
  contactId: row.contact_id,
});

export class PostgresBulkRunRepository implements BulkRunRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: DealerTenant,
  ) {}

  async add(run: Parameters<BulkRunRepository['add']>[0]): Promise<void> {
    await this.db
      .insertInto('bulk_run')
      .values({
        id: run.id,
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        kind: run.kind,
        state: run.state,
        owner: json<Record<string, unknown>>(run.owner),
        permission: run.permission,
        file_name: run.fileName,
        columns: json<string[]>(run.columns),
        mapping: json<Record<string, number>>(run.mapping),
        defaults: run.defaults === null ? null : json<Record<string, string>>(run.defaults),
        created_at: run.createdAt,
      })
      .execute();
  }

  readonly load = gathered(async (ids: readonly string[]) => {
    const rows = await this.db
      .selectFrom('bulk_run')
      .selectAll()
      .where('company_id', '=', this.tenant.companyId)
      .where(sql<boolean>`id = any (${ids}::uuid[])`)
      .forUpdate()
      .execute();
    return inOrderOf(ids, rows, { id: (row) => row.id, answer: bulkRunOf });
  });

  async setState(id: string, state: RunState, at: Date): Promise<void> {
    await this.run(id)
      .set({ state, finished_at: state === 'done' ? at : null })
      .execute();
  }

  async setMapping(id: string, mapping: ImportMapping, defaults: ImportDefaults): Promise<void> {
    await this.run(id)
      .set({
        mapping: json<Record<string, number>>(mapping),
        defaults: json<Record<string, string>>(defaults),
      })
      .execute();
  }

  async putItems(id: string, items: readonly BulkItem[]): Promise<void> {
    if (items.length === 0) return;
    const rows = items.map(({ position, cells, contactId }) => ({ position, cells, contact_id: contactId }));
    const { companyId, dealerId } = this.tenant;
    await sql`
      insert into bulk_item (run_id, company_id, dealer_id, position, cells, state, contact_id)
      select ${id}, ${companyId}, ${dealerId}, r.position, r.cells, 'waiting', r.contact_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(position int, cells jsonb, contact_id uuid)
      on conflict (company_id, run_id, position)
        do update set cells = excluded.cells, verdict = null, report = null`.execute(this.db);
  }

  async putVerdicts(id: string, verdicts: Parameters<BulkRunRepository['putVerdicts']>[1]): Promise<void> {
    if (verdicts.length === 0) return;
    await sql`
      update bulk_item i set verdict = r.verdict, report = r.report
      from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) as r(position int, verdict text, report jsonb)
      where i.company_id = ${this.tenant.companyId} and i.run_id = ${id} and i.position = r.position`.execute(
      this.db,
    );
  }

  async itemsFrom(id: string, position: number, most: number): Promise<readonly BulkItem[]> {
    const rows = await this.items(id)
      .select(['position', 'cells', 'contact_id'])
      .where('position', '>=', position)
      .orderBy('position')
      .limit(most)
      .execute();
    return rows.map(itemOf);
  }

  async waiting(id: string, most: number): Promise<readonly BulkItem[]> {
    const rows = await this.items(id)
      .select(['position', 'cells', 'contact_id'])
      .where('state', '=', 'waiting')
      .orderBy('position')
      .limit(most)
      .execute();
    return rows.map(itemOf);
  }

  take(id: string, position: number): Promise<BulkItem | null> {
    return this.takeGathered({ id, position });
  }

  private readonly takeGathered = gathered(async (calls: readonly Place[]) => {
    const found = new Map<string, BulkItem>();
    for (const [id, ofRun] of Map.groupBy(calls, (call) => call.id)) {
      const rows = await this.items(id)
        .select(['position', 'cells', 'contact_id'])
        .where(sql<boolean>`position = any (${ofRun.map(({ position }) => position)}::int[])`)
        .where('state', '=', 'waiting')
        .orderBy('position')
        .forUpdate()
        .skipLocked()
        .execute();
      for (const row of rows) found.set(`${id} ${row.position}`, itemOf(row));
    }
    return calls.map(({ id, position }) => found.get(`${id} ${position}`) ?? null);
  });

  settle(id: string, position: number, outcome: ItemOutcome): Promise<void> {
    return this.settleGathered({ id, position, outcome });
  }

  private readonly settleGathered = gathered(
    async (calls: readonly (Place & { readonly outcome: ItemOutcome })[]) => {
      const rows = calls.map(({ id, position, outcome }) => ({
        run_id: id,
        position,
        state: outcome.state,
        contact_id: outcome.contactId,
        site_id: outcome.siteId,
        reason: outcome.reason,
        settled_at: outcome.at,
      }));
      await sql`
      update bulk_item i set state = v.state, contact_id = v.contact_id, site_id = v.site_id, reason = v.reason,
        settled_at = v.settled_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(
        run_id uuid, position int, state text, contact_id uuid, site_id uuid, reason jsonb, settled_at timestamptz)
      where i.company_id = ${this.tenant.companyId} and i.run_id = v.run_id and i.position = v.position
        and i.state = 'waiting'`.execute(this.db);
      return calls.map(() => undefined);
    },
  );

  private run(id: string) {
    return this.db
      .updateTable('bulk_run')
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', id);
  }

  private items(id: string) {
    return this.db
      .selectFrom('bulk_item')
      .where('company_id', '=', this.tenant.companyId)
      .where('run_id', '=', id);
  }
}
