import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { caseView } from './case-view.ts';
import type { SupportCaseView } from '../support.schemas.ts';

/** What support was asked about a contact, newest first. */
export class ListCases extends Query<Result<SupportCaseView[], Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller, contactId }: ListCases): Promise<Result<SupportCaseView[], Refusal>> {
    const { companyId } = caller.tenant;
    const found = await this.database.read(caller.tenant, async (db) => {
      const contact = await db
        .selectFrom('contact')
        .select('id')
        .where('company_id', '=', companyId)
        .where('id', '=', contactId)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      if (contact === undefined) return null;
      const cases = await db
        .selectFrom('support_case')
        .selectAll()
        .where('company_id', '=', companyId)
        .where('contact_id', '=', contactId)
        .orderBy('opened_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      const notes = await db
        .selectFrom('support_note')
        .innerJoin('support_case', 'support_case.id', 'support_note.case_id')
        .selectAll('support_note')
        .where('support_note.company_id', '=', companyId)
        .where('support_case.contact_id', '=', contactId)
        .orderBy('support_note.at')
        .orderBy('support_note.id')
        .execute();
      return { cases, notes: Map.groupBy(notes, (note) => note.case_id) };
    });
    if (found === null) return err({ code: 'not_found', what: 'contact' });
    return ok(found.cases.map((row) => caseView(row, found.notes.get(row.id) ?? [])));
  }
}
