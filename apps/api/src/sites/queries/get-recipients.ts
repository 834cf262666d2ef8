import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { displayPhone } from '@keyholder/domain/phone/phone-number';
import type { StoredContact } from '@keyholder/domain/contact/contact-repository';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { reachability } from '@keyholder/domain/site/reachability';
import { recipientsOf, UNREACHABLE_WORDS } from '@keyholder/domain/site/recipients';
import { contactsWithFacts, ReadDatabase, storedContact } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { RecipientsView } from '../sites.schemas.ts';

/** Who of a site would be told about an alarm now, and who would not, and why. */
export class GetRecipients extends Query<Result<RecipientsView, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
  ) {
    super();
  }
}

const personOf = ({ id, name, title, slotNumber, phone }: StoredContact) => ({
  contactId: id,
  name,
  title,
  slotNumber,
  phone,
  phoneDisplay: displayPhone(phone),
});

@QueryHandler(GetRecipients)
export class GetRecipientsHandler implements IQueryHandler<GetRecipients> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller, siteId }: GetRecipients): Promise<Result<RecipientsView, Refusal>> {
    const { companyId } = caller.tenant;
    const found = await this.database.read(caller.tenant, async (db) => {
      const site = await db
        .selectFrom('site')
        .select(['account_number', 'minimum_reachable'])
        .where('company_id', '=', companyId)
        .where('id', '=', siteId)
        .where('archived_at', 'is', null)
        .executeTakeFirst();
      if (site === undefined) return null;
      const rows = await contactsWithFacts(db)
        .where('contact.company_id', '=', companyId)
        .where('contact.site_id', '=', siteId)
        .execute();
      return { site, contacts: rows.map(storedContact) };
    });
    if (found === null) return err({ code: 'not_found', what: 'site' });
    const { site, contacts } = found;
    const { recipients, others } = recipientsOf(contacts);
    return ok({
      siteId,
      accountNumber: site.account_number,
      reachability: reachability({ minimumReachable: site.minimum_reachable }, contacts),
      recipients: recipients.map(({ contact, email }) => ({ ...personOf(contact), email })),
      others: others.map(({ contact, reason }) => ({
        ...personOf(contact),
        reason,
        words: UNREACHABLE_WORDS[reason],
      })),
    });
  }
}
