import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { iso, momentOrNull, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { CompanyCaller } from '../../ports/caller.ts';
import type { BrandListView } from '../branding.schemas.ts';

/** A company's brands and which dealers carry them. */
export class ListBrands extends Query<BrandListView> {
  constructor(readonly caller: CompanyCaller) {
    super();
  }
}

@QueryHandler(ListBrands)
export class ListBrandsHandler implements IQueryHandler<ListBrands> {
  constructor(private readonly database: ReadDatabase) {}

  execute({ caller }: ListBrands): Promise<BrandListView> {
    const { companyId } = caller.tenant;
    return this.database.read(caller.tenant, async (db) => {
      const brands = await db
        .selectFrom('brand')
        .leftJoin('brand_version as published', (join) =>
          join
            .onRef('published.company_id', '=', 'brand.company_id')
            .onRef('published.brand_id', '=', 'brand.id')
            .onRef('published.version', '=', 'brand.published_version'),
        )
        .select([
          'brand.id',
          'brand.brand_key',
          'brand.name',
          'brand.published_version',
          'brand.live_version',
        ])
        .select(['published.published_at', 'published.published_by'])
        .where('brand.company_id', '=', companyId)
        .orderBy('brand.created_at')
        .orderBy('brand.id')
        .execute();
      const dealers = await db
        .selectFrom('dealer')
        .select(['id', 'name', 'brand_id'])
        .where('company_id', '=', companyId)
        .orderBy('name')
        .orderBy('id')
        .execute();
      return {
        items: brands.map((brand) => {
          const publishedAt = momentOrNull(brand.published_at);
          return {
            id: brand.id,
            brandKey: brand.brand_key,
            name: brand.name,
            publishedVersion: brand.published_version,
            publishedAt: publishedAt === null ? null : iso(publishedAt),
            publishedBy: brand.published_by ?? null,
            liveVersion: brand.live_version ?? null,
            dealers: dealers
              .filter((dealer) => dealer.brand_id === brand.id)
              .map(({ id, name }) => ({ id, name })),
          };
        }),
      };
    });
  }
}
