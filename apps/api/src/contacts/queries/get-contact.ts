import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { contactsWithFactsById, ReadDatabase, storedContact } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { contactView } from './contact-view.ts';
import type { ContactView } from '../contacts.schemas.ts';

/** One contact, as shown now. */
export class GetContact extends Query<Result<ContactView, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}

@QueryHandler(GetContact)
export class GetContactHandler implements IQueryHandler<GetContact> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  async execute({ caller, contactId }: GetContact): Promise<Result<ContactView, Refusal>> {
    const { companyId } = caller.tenant;
    const [row] = await this.database.read(caller.tenant, (db) =>
      contactsWithFactsById(db, { companyId, ids: [contactId] }),
    );
    if (row === undefined) return err({ code: 'not_found', what: 'contact' });
    return ok(contactView(storedContact(row), this.clock.now(), caller.language));
  }
}
