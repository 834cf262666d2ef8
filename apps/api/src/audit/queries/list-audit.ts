import { actionsNamed } from '@keyholder/domain/words/audit-search';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { moment, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import { pageFrom, readCursor } from '../../http/cursor.ts';
import type { Caller, CompanyCaller } from '../../ports/caller.ts';
import type { AuditEntryView, AuditSearch } from '../audit.schemas.ts';

/** The audit of a dealer, or of a company as a whole with its dealers', the newest first. */
export class ListAudit extends Query<{ items: AuditEntryView[]; nextCursor: string | null }> {
  constructor(
    readonly caller: Caller | CompanyCaller,
    readonly search: AuditSearch,
    readonly page: { readonly limit: number; readonly cursor?: string | undefined },
  ) {
    super();
  }
}

/** `%` and `_` in what people type mean themselves. */
const containing = (words: string): string => `%${words.replace(/[\\%_]/gu, String.raw`\$&`)}%`;

@QueryHandler(ListAudit)
export class ListAuditHandler implements IQueryHandler<ListAudit> {
  constructor(private readonly database: ReadDatabase) {}

  execute({
    caller: { tenant },
    search,
    page,
  }: ListAudit): Promise<{ items: AuditEntryView[]; nextCursor: string | null }> {
    const { companyId, dealerId } = tenant;
    const from = readCursor(page.cursor);
    const words = search.query?.trim() ?? '';
    return this.database.read(tenant, async (db) => {
      const rows = await db
        .selectFrom('audit_entry as a')
        .leftJoin('site', (join) =>
          join.onRef('site.company_id', '=', 'a.company_id').onRef('site.id', '=', 'a.site_id'),
        )
        .leftJoin('contact', (join) =>
          join.onRef('contact.company_id', '=', 'a.company_id').onRef('contact.id', '=', 'a.contact_id'),
        )
        .selectAll('a')
        .select(['site.name as site_name', 'contact.name as contact_name'])
        .where('a.company_id', '=', companyId)
        .$if(dealerId !== null, (query) => query.where('a.dealer_id', '=', dealerId))
        .$if(search.action !== undefined, (query) => query.where('a.action', '=', search.action ?? ''))
        .$if(search.contactId !== undefined, (query) =>
          query.where('a.contact_id', '=', search.contactId ?? null),
        )
        .$if(search.siteId !== undefined, (query) => query.where('a.site_id', '=', search.siteId ?? null))
        .$if(search.since !== undefined, (query) => query.where('a.at', '>=', new Date(search.since ?? 0)))
        .$if(search.until !== undefined, (query) => query.where('a.at', '<', new Date(search.until ?? 0)))
        .$if(words !== '', (query) =>
          query.where((where) =>
            where.or([
              ...(['a.actor_name', 'a.action', 'a.from_address', 'site.name', 'contact.name'] as const).map(
                (column) => where(column, 'ilike', containing(words)),
              ),
              where('a.action', '=', where.fn.any(where.val([...actionsNamed(words)]))),
            ]),
          ),
        )
        .$if(from !== null, (query) =>
          query.where(sql<boolean>`(a.at, a.id) < (${from?.sortValue}::timestamptz, ${from?.id}::uuid)`),
        )
        .orderBy('a.at', 'desc')
        .orderBy('a.id', 'desc')
        .limit(page.limit + 1)
        .execute();
      return pageFrom(
        rows,
        page.limit,
        (row): AuditEntryView => ({
          id: row.id,
          at: moment(row.at).toISOString(),
          actorKind: row.actor_kind as AuditEntryView['actorKind'],
          actorName: row.actor_name,
          action: row.action as AuditEntryView['action'],
          siteId: row.site_id,
          siteName: row.site_name,
          contactId: row.contact_id,
          contactName: row.contact_name,
          fromAddress: row.from_address,
          userAgent: row.user_agent,
          detail: row.detail,
        }),
        // As the database writes it: a Date would lose its microseconds, and with them entries.
        (row) => ({ sortValue: String(row.at), id: row.id }),
      );
    });
  }
}
