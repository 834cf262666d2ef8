import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { QueryBus } from '@nestjs/cqrs';
import type { Caller, CompanyCaller } from '../ports/caller.ts';
import type { AuditEntryView, AuditSearch } from './audit.schemas.ts';
import { auditCsv } from './audit-csv.ts';
import { ListAudit } from './queries/list-audit.ts';

const PAGE = 1000;

/** Everything that was searched for, page by page, so that no export is too large for this process. */
async function* lines(
  queries: QueryBus,
  caller: Caller | CompanyCaller,
  search: AuditSearch,
): AsyncGenerator<string> {
  let cursor: string | null = null;
  let first = true;
  while (first || cursor !== null) {
    const page: { items: AuditEntryView[]; nextCursor: string | null } = await queries.execute(
      new ListAudit(caller, search, { limit: PAGE, ...(cursor === null ? {} : { cursor }) }),
    );
    yield auditCsv(page.items, first);
    ({ nextCursor: cursor } = page);
    first = false;
  }
}

/** The audit as a CSV file to be kept. */
export const exportAudit = (
  queries: QueryBus,
  caller: Caller | CompanyCaller,
  search: AuditSearch,
): StreamableFile =>
  new StreamableFile(Readable.from(lines(queries, caller, search)), {
    type: 'text/csv; charset=utf-8',
    disposition: 'attachment; filename="audit.csv"',
  });
