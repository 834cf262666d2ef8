import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ItemState } from '@keyholder/domain/bulk/bulk-run-repository';
import type { RowVerdict } from '@keyholder/domain/bulk/import-check';
import { fieldErrorIn } from '@keyholder/domain/words/field-errors';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { displayPhone } from '@keyholder/domain/phone/phone-number';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import { reasonIn } from '../item-reason-words.ts';
import { pageFrom, readCursor } from '../../http/cursor.ts';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { BulkItemView } from '../bulk.schemas.ts';

interface BulkItemPage {
  readonly items: BulkItemView[];
  readonly nextCursor: string | null;
}

/** The rows of an import with what its check says, or the contacts of another run; in order. */
export class ListBulkItems extends Query<Result<BulkItemPage, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly runId: string,
    readonly page: {
      readonly limit: number;
      readonly cursor?: string | undefined;
      readonly verdict?: RowVerdict | undefined;
      readonly state?: ItemState | undefined;
    },
  ) {
    super();
  }
}

type Report = Partial<
  Pick<BulkItemView, 'accountNumber' | 'siteName' | 'name' | 'phone' | 'errors' | 'notes'>
>;

@QueryHandler(ListBulkItems)
export class ListBulkItemsHandler implements IQueryHandler<ListBulkItems> {
  constructor(private readonly database: ReadDatabase) {}

  execute({ caller, runId, page }: ListBulkItems): Promise<Result<BulkItemPage, Refusal>> {
    const { companyId } = caller.tenant;
    const after = Number(readCursor(page.cursor)?.sortValue ?? 0) || 0;
    return this.database.read(caller.tenant, async (db): Promise<Result<BulkItemPage, Refusal>> => {
      const run = await db
        .selectFrom('bulk_run')
        .select('id')
        .where('company_id', '=', companyId)
        .where('id', '=', runId)
        .executeTakeFirst();
      if (run === undefined) return err({ code: 'not_found', what: 'run' });
      const rows = await db
        .selectFrom('bulk_item')
        .leftJoin('contact', (join) =>
          join
            .onRef('contact.company_id', '=', 'bulk_item.company_id')
            .onRef('contact.id', '=', 'bulk_item.contact_id'),
        )
        .select([
          'position',
          'state',
          'verdict',
          'report',
          'words',
          'reason',
          'contact_id',
          'bulk_item.site_id',
          'contact.name',
          'contact.phone',
        ])
        .where('bulk_item.company_id', '=', companyId)
        .where('run_id', '=', runId)
        .where('position', '>', after)
        .$if(page.verdict !== undefined, (query) => query.where('verdict', '=', page.verdict ?? ''))
        .$if(page.state !== undefined, (query) => query.where('state', '=', page.state ?? ''))
        .orderBy('position')
        .limit(page.limit + 1)
        .execute();
      const listed = pageFrom(
        rows,
        page.limit,
        (row): BulkItemView => {
          const report = (row.report ?? {}) as Report;
          return {
            position: row.position,
            state: row.state as ItemState,
            verdict: row.verdict as RowVerdict | null,
            accountNumber: report.accountNumber ?? null,
            siteName: report.siteName ?? null,
            name: row.name ?? report.name ?? null,
            phone: row.phone === null ? (report.phone ?? null) : displayPhone(row.phone),
            errors: (report.errors ?? []).map((error) => fieldErrorIn(error, caller.language)),
            notes: report.notes ?? [],
            words: row.reason === null ? row.words : reasonIn(row.reason, caller.language),
            contactId: row.contact_id,
            siteId: row.site_id,
          };
        },
        ({ position }) => ({ sortValue: String(position), id: runId }),
      );
      return ok(listed);
    });
  }
}
