import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { Me } from '../accounts.schemas.ts';

/** Who the caller is, and in which dealer, company and brand. */
export class GetMe extends Query<Me> {
  constructor(readonly caller: Caller) {
    super();
  }
}

@QueryHandler(GetMe)
export class GetMeHandler implements IQueryHandler<GetMe> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller }: GetMe): Promise<Me> {
    const row = await this.database.read(caller.tenant, (db) =>
      db
        .selectFrom('dealer')
        .innerJoin('company', 'company.id', 'dealer.company_id')
        .innerJoin('brand', (join) =>
          join.onRef('brand.company_id', '=', 'dealer.company_id').onRef('brand.id', '=', 'dealer.brand_id'),
        )
        .select([
          'dealer.id as dealer_id',
          'dealer.name as dealer_name',
          'company.id as company_id',
          'company.name as company_name',
          'brand.name as brand_name',
          'brand.brand_key',
        ])
        .where('dealer.company_id', '=', caller.tenant.companyId)
        .where('dealer.id', '=', caller.tenant.dealerId)
        .executeTakeFirstOrThrow(),
    );
    return {
      name: caller.name,
      email: caller.email,
      kind: caller.kind,
      role: caller.role,
      dealer: { id: row.dealer_id, name: row.dealer_name },
      company: { id: row.company_id, name: row.company_name },
      brand: { name: row.brand_name, brandKey: row.brand_key },
    };
  }
}
