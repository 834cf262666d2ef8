import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { moment, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { CompanyCaller } from '../../ports/caller.ts';
import type { BrandVersionListView } from '../branding.schemas.ts';

/** What was published of a brand, the newest first. */
export class ListVersions extends Query<BrandVersionListView> {
  constructor(
    readonly caller: CompanyCaller,
    readonly brandId: string,
  ) {
    super();
  }
}

/** Nobody rolls back further. */
const MOST = 200;

@QueryHandler(ListVersions)
export class ListVersionsHandler implements IQueryHandler<ListVersions> {
  constructor(private readonly database: ReadDatabase) {}

  execute({ caller, brandId }: ListVersions): Promise<BrandVersionListView> {
    return this.database.read(caller.tenant, async (db) => {
      const rows = await db
        .selectFrom('brand_version')
        .select(['version', 'published_at', 'published_by', 'rolled_back_to'])
        .select(({ eb }) => eb('draft', 'is not', null).as('restorable'))
        .where('company_id', '=', caller.tenant.companyId)
        .where('brand_id', '=', brandId)
        .orderBy('version', 'desc')
        .limit(MOST)
        .execute();
      return {
        items: rows.map((row) => ({
          version: row.version,
          publishedAt: moment(row.published_at).toISOString(),
          publishedBy: row.published_by ?? null,
          rolledBackTo: row.rolled_back_to ?? null,
          restorable: Boolean(row.restorable),
        })),
      };
    });
  }
}
