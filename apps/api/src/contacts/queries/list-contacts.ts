import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { sql, type Kysely } from 'kysely';
import {
  contactsWithFacts,
  firstContactsOfSite,
  ReadDatabase,
  storedContact,
  type Tables,
} from '../../adapters/postgres/read-database.ts';
import { pageFrom, readCursor } from '../../http/cursor.ts';
import type { Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { contactView } from './contact-view.ts';
import type { ContactView } from '../contacts.schemas.ts';

/** The contacts of a site in the order in which they were added. */
export class ListContacts extends Query<
  Result<{ items: ContactView[]; nextCursor: string | null }, Refusal>
> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
    readonly page: { readonly limit: number; readonly cursor?: string | undefined },
  ) {
    super();
  }
}

@QueryHandler(ListContacts)
export class ListContactsHandler implements IQueryHandler<ListContacts> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  async execute({
    caller,
    siteId,
    page,
  }: ListContacts): Promise<Result<{ items: ContactView[]; nextCursor: string | null }, Refusal>> {
    const { companyId } = caller.tenant;
    const from = readCursor(page.cursor, 'moment');
    const contactsFrom = (db: Kysely<Tables>) =>
      from === null
        ? firstContactsOfSite(db, { companyId, siteId, limit: page.limit + 1 })
        : contactsWithFacts(db)
            .where('contact.company_id', '=', companyId)
            .where('contact.site_id', '=', siteId)
            .where(
              sql<boolean>`(contact.created_at, contact.id) > (${from.sortValue}::timestamptz, ${from.id}::uuid)`,
            )
            .orderBy('contact.created_at')
            .orderBy('contact.id')
            .limit(page.limit + 1)
            .execute();
    const rows = await this.database.read(caller.tenant, async (db) => {
      const contacts = await contactsFrom(db);
      if (contacts.length > 0) return contacts;
      const site = await db
        .selectFrom('site')
        .select('id')
        .where('company_id', '=', companyId)
        .where('id', '=', siteId)
        .where('archived_at', 'is', null)
        .executeTakeFirst();
      return site === undefined ? null : contacts;
    });
    if (rows === null) return err({ code: 'not_found', what: 'site' });
    const now = this.clock.now();
    return ok(
      pageFrom(
        rows,
        page.limit,
        (row) => contactView(storedContact(row), now, caller.language),
        // The database's own words for the moment: a Date would cut the microseconds that order rows.
        (row) => ({ sortValue: String(row.created_at), id: row.id }),
      ),
    );
  }
}
