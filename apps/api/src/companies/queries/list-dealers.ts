import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dayOf } from '@keyholder/domain/account/company-details';
import { moment, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { DealerView } from '../companies.schemas.ts';

/** The dealers of a company, by name. */
export class ListDealers extends Query<DealerView[]> {
  constructor(readonly caller: CompanyCaller) {
    super();
  }
}

@QueryHandler(ListDealers)
export class ListDealersHandler implements IQueryHandler<ListDealers> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  async execute({ caller: { tenant } }: ListDealers): Promise<DealerView[]> {
    const { day } = dayOf(this.clock.now());
    const rows = await this.database.read(tenant, (db) =>
      db
        .selectFrom('dealer')
        .select(['id', 'name', 'created_at'])
        .select((select) => [
          select
            .selectFrom('site')
            .select(({ fn }) => fn.countAll<string>().as('count'))
            .whereRef('site.company_id', '=', 'dealer.company_id')
            .whereRef('site.dealer_id', '=', 'dealer.id')
            .where('site.archived_at', 'is', null)
            .as('sites'),
          select
            .selectFrom('membership')
            .select(({ fn }) => fn.countAll<string>().as('count'))
            .whereRef('membership.company_id', '=', 'dealer.company_id')
            .whereRef('membership.dealer_id', '=', 'dealer.id')
            .as('people'),
          select
            .selectFrom('welcome_count')
            .select('count')
            .whereRef('welcome_count.company_id', '=', 'dealer.company_id')
            .whereRef('welcome_count.dealer_id', '=', 'dealer.id')
            .where('welcome_count.site_id', 'is', null)
            .where('welcome_count.day', '=', day)
            .as('welcomes'),
        ])
        .where('company_id', '=', tenant.companyId)
        .orderBy('name')
        .orderBy('id')
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      sites: Number(row.sites ?? 0),
      people: Number(row.people ?? 0),
      welcomesToday: row.welcomes ?? 0,
      createdAt: moment(row.created_at).toISOString(),
    }));
  }
}
