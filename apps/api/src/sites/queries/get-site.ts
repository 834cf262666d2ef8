import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { SiteView } from '../sites.schemas.ts';
import { siteViews } from './site-rows.ts';

/** One site with its reachability, archived or not. */
export class GetSite extends Query<Result<SiteView, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
  ) {
    super();
  }
}

@QueryHandler(GetSite)
export class GetSiteHandler implements IQueryHandler<GetSite> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller, siteId }: GetSite): Promise<Result<SiteView, Refusal>> {
    const { companyId } = caller.tenant;
    const view = await this.database.read(caller.tenant, async (db) => {
      const rows = await db
        .selectFrom('site')
        .selectAll()
        .where('company_id', '=', companyId)
        .where('id', '=', siteId)
        .execute();
      return (await siteViews(db, companyId, rows))[0];
    });
    return view === undefined ? err({ code: 'not_found', what: 'site' }) : ok(view);
  }
}
