import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { BulkRunView } from '../bulk.schemas.ts';
import { bulkRunViews } from './bulk-run-view.ts';

/** One run, with how far it is. */
export class GetBulkRun extends Query<Result<BulkRunView, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly runId: string,
  ) {
    super();
  }
}

/** What was done for many lately. */
export class ListBulkRuns extends Query<BulkRunView[]> {
  constructor(readonly caller: Caller) {
    super();
  }
}

const LAST = 20;

@QueryHandler(GetBulkRun)
export class GetBulkRunHandler implements IQueryHandler<GetBulkRun> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller, runId }: GetBulkRun): Promise<Result<BulkRunView, Refusal>> {
    const { companyId } = caller.tenant;
    const [run] = await this.database.read(caller.tenant, async (db) =>
      bulkRunViews(
        db,
        companyId,
        await db
          .selectFrom('bulk_run')
          .selectAll()
          .where('company_id', '=', companyId)
          .where('id', '=', runId)
          .execute(),
      ),
    );
    return run === undefined ? err({ code: 'not_found', what: 'run' }) : ok(run);
  }
}

@QueryHandler(ListBulkRuns)
export class ListBulkRunsHandler implements IQueryHandler<ListBulkRuns> {
  constructor(private readonly database: ReadDatabase) {}

  execute({ caller }: ListBulkRuns): Promise<BulkRunView[]> {
    const { companyId, dealerId } = caller.tenant;
    return this.database.read(caller.tenant, async (db) =>
      bulkRunViews(
        db,
        companyId,
        await db
          .selectFrom('bulk_run')
          .selectAll()
          .where('company_id', '=', companyId)
          .where('dealer_id', '=', dealerId)
          .orderBy('created_at', 'desc')
          .limit(LAST)
          .execute(),
      ),
    );
  }
}
