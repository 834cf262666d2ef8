import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  mergeContact,
  planContactChange,
  type ContactEdit,
  type NameChange,
} from '@keyholder/domain/contact/contact-change';
import { checkContact } from '@keyholder/domain/contact/contact-details';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { isMet, refuseStale, type Precondition } from '../../ports/precondition.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer edits a contact. */
export class ChangeContact extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
    readonly precondition: Precondition,
    readonly edit: ContactEdit,
    readonly nameChange: NameChange | null,
  ) {
    super();
  }
}

@CommandHandler(ChangeContact)
export class ChangeContactHandler implements ICommandHandler<ChangeContact> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute(command: ChangeContact): Promise<Result<void, Refusal>> {
    const { caller, contactId, precondition, edit, nameChange } = command;
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const contact = await store.contacts.load(contactId);
      const site = contact === null ? null : await store.sites.load(contact.siteId);
      if (contact === null || site === null) return err({ code: 'not_found', what: 'contact' });
      const { version, siteId } = contact;
      if (!isMet(precondition, version)) return err(await refuseStale(store, { contactId }, precondition));
      const details = checkContact(mergeContact(contact, edit), site);
      if (!details.ok) return err({ code: 'invalid_fields', errors: details.error });
      const plan = planContactChange(contact, details.value, nameChange);
      if (!plan.ok) return plan;
      const { changes, restart } = plan.value;
      if (changes.length === 0) return ok(undefined);
      const at = this.clock.now();
      const refused = await store.contacts.change(contactId, {
        version,
        details: details.value,
        restart,
        at,
      });
      if (refused === 'stale') return err(await refuseStale(store, { contactId }, [version]));
      if (refused !== null) return err(refused);
      if (restart !== null) {
        await store.texts.cancelWaitingFor(contactId, at);
        await store.links.revokeAllOf(contactId, at);
      }
      const detail = { version: version + 1, changes, restart };
      store.audit.add({
        actor: actorOf(caller),
        action: 'contact.changed',
        siteId,
        contactId,
        detail,
        at,
      });
      store.events.add({ kind: 'contact.changed', contactId, at });
      store.announce({ dealerId: caller.tenant.dealerId, siteId, contactId });
      return ok(undefined);
    });
  }
}
