import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  checkContact,
  type ContactDetails,
  type ContactInput,
} from '@keyholder/domain/contact/contact-details';
import type { StoredContact } from '@keyholder/domain/contact/contact-repository';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { doerOf, type Caller, type Doer } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { contactView } from '../queries/contact-view.ts';
import type { ContactView } from '../contacts.schemas.ts';

/** Adds a contact to a site in the transaction at hand. */
export const createContactIn = async (
  store: Store,
  { tenant, actor }: Doer,
  siteId: string,
  details: ContactDetails,
  at: Date,
): Promise<Result<StoredContact, Refusal>> => {
  const id = randomUUIDv7();
  const taken = await store.contacts.add({ id, siteId, details, at });
  if (taken !== null) return err(taken);
  // Somebody with this number may have refused before; that holds for the new contact too.
  const contact = await store.contacts.load(id);
  if (contact === null) throw new Error('A contact that was just added is not there.');
  store.audit.add({
    actor,
    action: 'contact.created',
    siteId,
    contactId: id,
    detail: { version: 1, refusedBefore: contact.facts.agreement.declineReason },
    at,
  });
  store.events.add({ kind: 'contact.created', contactId: id, at });
  store.announce({ dealerId: tenant.dealerId, siteId, contactId: id });
  return ok(contact);
};

/** A dealer adds a contact to a site; the answer is the contact as it is then. */
export class CreateContact extends Command<Result<ContactView, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
    readonly input: ContactInput,
  ) {
    super();
  }
}

@CommandHandler(CreateContact)
export class CreateContactHandler implements ICommandHandler<CreateContact> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, siteId, input }: CreateContact): Promise<Result<ContactView, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<ContactView, Refusal>> => {
      const site = await store.sites.load(siteId);
      if (site === null) return err({ code: 'not_found', what: 'site' });
      const details = checkContact(input, site);
      if (!details.ok) return err({ code: 'invalid_fields', errors: details.error });
      const at = this.clock.now();
      const added = await createContactIn(store, doerOf(caller), siteId, details.value, at);
      return added.ok ? ok(contactView(added.value, at, caller.language)) : added;
    });
  }
}
