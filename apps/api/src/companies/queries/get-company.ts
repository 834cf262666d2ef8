import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { CompanyCaller } from '../../ports/caller.ts';
import type { CompanyView } from '../companies.schemas.ts';

/** A company's settings. */
export class GetCompany extends Query<CompanyView> {
  constructor(readonly caller: CompanyCaller) {
    super();
  }
}

@QueryHandler(GetCompany)
export class GetCompanyHandler implements IQueryHandler<GetCompany> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller: { tenant } }: GetCompany): Promise<CompanyView> {
    const row = await this.database.read(tenant, (db) =>
      db.selectFrom('company').selectAll().where('id', '=', tenant.companyId).executeTakeFirstOrThrow(),
    );
    const { id, name, version } = row;
    return {
      id,
      name,
      dailyWelcomeCeiling: row.daily_welcome_ceiling,
      evidenceYears: row.evidence_years,
      version,
    };
  }
}
