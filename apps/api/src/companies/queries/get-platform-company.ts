import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { PlatformCompany } from '../companies.schemas.ts';
import { readPlatformCompany } from './read-platform-company.ts';

/** One company as support sees it. */
export class GetPlatformCompany extends Query<Result<PlatformCompany, Refusal>> {
  constructor(readonly companyId: string) {
    super();
  }
}

@QueryHandler(GetPlatformCompany)
export class GetPlatformCompanyHandler implements IQueryHandler<GetPlatformCompany> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ companyId }: GetPlatformCompany): Promise<Result<PlatformCompany, Refusal>> {
    const found = await readPlatformCompany(this.database, companyId);
    return found === null ? err({ code: 'not_found', what: 'company' }) : ok(found);
  }
}
