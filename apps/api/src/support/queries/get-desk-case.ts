import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { iso, momentOrNull, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import { CaseDirectory } from '../../ports/case-directory.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { caseView } from './case-view.ts';
import type { DeskCase } from '../support-desk.schemas.ts';

/** One case with everything that it shows; read as its tenant. */
export class GetDeskCase extends Query<Result<DeskCase, Refusal>> {
  constructor(readonly caseId: string) {
    super();
  }
}

@QueryHandler(GetDeskCase)
export class GetDeskCaseHandler implements IQueryHandler<GetDeskCase> {
  constructor(
    private readonly directory: CaseDirectory,
    private readonly database: ReadDatabase,
  ) {}

  async execute({ caseId }: GetDeskCase): Promise<Result<DeskCase, Refusal>> {
    const place = await this.directory.find(caseId);
    if (place === null) return err({ code: 'not_found', what: 'case' });
    const { companyId } = place.tenant;
    return this.database.read(place.tenant, async (db): Promise<Result<DeskCase, Refusal>> => {
      const row = await db
        .selectFrom('support_case as c')
        .innerJoin('company', 'company.id', 'c.company_id')
        .innerJoin('dealer', (join) =>
          join.onRef('dealer.company_id', '=', 'c.company_id').onRef('dealer.id', '=', 'c.dealer_id'),
        )
        .selectAll('c')
        .select(['company.name as company_name', 'dealer.name as dealer_name'])
        .where('c.company_id', '=', companyId)
        .where('c.id', '=', caseId)
        .executeTakeFirst();
      if (row === undefined) return err({ code: 'not_found', what: 'case' });
      const notes = await db
        .selectFrom('support_note')
        .selectAll()
        .where('company_id', '=', companyId)
        .where('case_id', '=', caseId)
        .orderBy('at')
        .orderBy('id')
        .execute();
      const supportCase = caseView(row, notes);
      const isOpen = supportCase.state === 'open';
      return ok({
        companyName: row.company_name,
        dealerName: row.dealer_name,
        siteName: isOpen ? supportCase.bundle.site.name : null,
        contactName: isOpen ? supportCase.bundle.contact.name : null,
        // Support sees what an open case shows, and no longer than it is open.
        case: isOpen ? supportCase : { ...supportCase, notes: [], bundle: null },
        answeredAt: iso(momentOrNull(row.answered_at)),
        closedBy: row.closed_by,
      });
    });
  }
}
