import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { iso, moment, momentOrNull, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import { pageFrom, readCursor } from '../../http/cursor.ts';
import { CaseDirectory, type CasePlace } from '../../ports/case-directory.ts';
import type { DeskCaseSummary } from '../support-desk.schemas.ts';
import type { SupportBundle } from '../support.schemas.ts';

/** Cases of all companies, the newest first. Each is read as its own tenant. */
export class ListDeskCases extends Query<{ items: DeskCaseSummary[]; nextCursor: string | null }> {
  constructor(
    readonly state: 'open' | 'closed',
    readonly page: { readonly limit: number; readonly cursor?: string | undefined },
  ) {
    super();
  }
}

@QueryHandler(ListDeskCases)
export class ListDeskCasesHandler implements IQueryHandler<ListDeskCases> {
  constructor(
    private readonly directory: CaseDirectory,
    private readonly database: ReadDatabase,
  ) {}

  async execute({
    state,
    page,
  }: ListDeskCases): Promise<{ items: DeskCaseSummary[]; nextCursor: string | null }> {
    const from = readCursor(page.cursor);
    const after = from === null ? null : { openedAt: from.sortValue, id: from.id };
    const places = await this.directory.list(state, { after, most: page.limit + 1 });
    const shown = pageFrom(
      places,
      page.limit,
      (place) => place,
      (place) => ({ sortValue: place.openedAt, id: place.caseId }),
    );
    const items = await Promise.all(shown.items.map((place) => this.read(place)));
    return { items: items.filter((item) => item !== null), nextCursor: shown.nextCursor };
  }

  private read({ caseId, tenant }: CasePlace): Promise<DeskCaseSummary | null> {
    return this.database.read(tenant, async (db) => {
      const row = await db
        .selectFrom('support_case as c')
        .innerJoin('company', 'company.id', 'c.company_id')
        .innerJoin('dealer', (join) =>
          join.onRef('dealer.company_id', '=', 'c.company_id').onRef('dealer.id', '=', 'c.dealer_id'),
        )
        .selectAll('c')
        .select(['company.name as company_name', 'dealer.name as dealer_name'])
        .where('c.company_id', '=', tenant.companyId)
        .where('c.id', '=', caseId)
        .executeTakeFirst();
      if (row === undefined) return null;
      const isOpen = row.state !== 'closed';
      const bundle = row.bundle as unknown as SupportBundle;
      return {
        id: row.id,
        companyName: row.company_name,
        dealerName: row.dealer_name,
        siteName: isOpen ? bundle.site.name : null,
        contactName: isOpen ? bundle.contact.name : null,
        state: isOpen ? 'open' : 'closed',
        disputedCheck: row.disputed_check,
        openedAt: moment(row.opened_at).toISOString(),
        openedBy: row.opened_by,
        answeredAt: iso(momentOrNull(row.answered_at)),
        closedAt: iso(momentOrNull(row.closed_at)),
      };
    });
  }
}
