import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { reachability } from '@keyholder/domain/site/reachability';
import { contactsWithFacts, ReadDatabase, storedContact } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { SiteView } from '../sites.schemas.ts';
import { siteView } from './site-rows.ts';

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
      const site = await db
        .selectFrom('site')
        .selectAll()
        .where('company_id', '=', companyId)
        .where('id', '=', siteId)
        .executeTakeFirst();
      if (site === undefined) return null;
      const rows = await contactsWithFacts(db)
        .where('contact.company_id', '=', companyId)
        .where('contact.site_id', '=', siteId)
        .execute();
      const limits = { minimumReachable: site.minimum_reachable };
      return siteView(site, reachability(limits, rows.map(storedContact)));
    });
    return view === null ? err({ code: 'not_found', what: 'site' }) : ok(view);
  }
}
