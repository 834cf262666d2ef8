import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkContact, type ContactInput } from '@keyholder/domain/contact/contact-details';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { contactView } from '../queries/contact-view.ts';
import type { ContactView } from '../contacts.schemas.ts';

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
      const id = randomUUIDv7();
      const at = this.clock.now();
      const taken = await store.contacts.add({ id, siteId, details: details.value, at });
      if (taken !== null) return err(taken);
      // Somebody with this number may have refused before; that holds for the new contact too.
      const contact = await store.contacts.load(id);
      if (contact === null) throw new Error('A contact that was just added is not there.');
      await store.audit.add({
        actor: actorOf(caller),
        action: 'contact.created',
        siteId,
        contactId: id,
        detail: { version: 1, refusedBefore: contact.facts.agreement.declineReason },
        at,
      });
      store.announce({ dealerId: caller.tenant.dealerId, siteId, contactId: id });
      return ok(contactView(contact, at));
    });
  }
}
