import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import { pageFrom, readCursor } from '../../http/cursor.ts';
import type { Caller } from '../../ports/caller.ts';
import type { SiteView } from '../sites.schemas.ts';
import { siteViews } from './site-rows.ts';

/** A dealer's sites in the order of their names: those in use, or the archived ones. */
export class ListSites extends Query<{ items: SiteView[]; nextCursor: string | null }> {
  constructor(
    readonly caller: Caller,
    readonly page: {
      readonly limit: number;
      readonly cursor?: string | undefined;
      readonly query?: string | undefined;
      readonly archived: boolean;
    },
  ) {
    super();
  }
}

/** `%` and `_` in what people type mean themselves. */
const containing = (words: string): string => `%${words.replace(/[\\%_]/gu, String.raw`\$&`)}%`;

@QueryHandler(ListSites)
export class ListSitesHandler implements IQueryHandler<ListSites> {
  constructor(private readonly database: ReadDatabase) {}

  execute({ caller, page }: ListSites): Promise<{ items: SiteView[]; nextCursor: string | null }> {
    const { companyId, dealerId } = caller.tenant;
    const from = readCursor(page.cursor);
    const words = page.query?.trim() ?? '';
    return this.database.read(caller.tenant, async (db) => {
      const rows = await db
        .selectFrom('site')
        .selectAll()
        .where('company_id', '=', companyId)
        .where('dealer_id', '=', dealerId)
        .where('archived_at', page.archived ? 'is not' : 'is', null)
        .$if(words !== '', (query) =>
          query.where((where) =>
            where.or(
              (['name', 'account_number', 'subscriber_name', 'address'] as const).map((column) =>
                where(column, 'ilike', containing(words)),
              ),
            ),
          ),
        )
        .$if(from !== null, (query) =>
          query.where(sql<boolean>`(name, id) > (${from?.sortValue}, ${from?.id}::uuid)`),
        )
        .orderBy('name')
        .orderBy('id')
        .limit(page.limit + 1)
        .execute();
      const views = await siteViews(db, companyId, rows);
      return pageFrom(
        views,
        page.limit,
        (view) => view,
        (view) => ({ sortValue: view.name, id: view.id }),
      );
    });
  }
}
