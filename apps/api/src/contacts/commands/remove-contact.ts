import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { isMet, refuseStale, type Precondition } from '../../ports/precondition.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer takes a contact off the list. Consent evidence and refusals stay. */
export class RemoveContact extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
    readonly precondition: Precondition,
  ) {
    super();
  }
}

@CommandHandler(RemoveContact)
export class RemoveContactHandler implements ICommandHandler<RemoveContact> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, contactId, precondition }: RemoveContact): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const contact = await store.contacts.load(contactId);
      if (contact === null) return err({ code: 'not_found', what: 'contact' });
      const { version, siteId } = contact;
      if (!isMet(precondition, version)) return err(await refuseStale(store, { contactId }, precondition));
      const at = this.clock.now();
      if ((await store.contacts.remove(contactId, version, at)) === 'stale') {
        return err(await refuseStale(store, { contactId }, [version]));
      }
      await store.texts.cancelWaitingFor(contactId, at);
      await store.links.revokeAllOf(contactId, at);
      const detail = { version: version + 1 };
      store.audit.add({
        actor: actorOf(caller),
        action: 'contact.removed',
        siteId,
        contactId,
        detail,
        at,
      });
      store.events.add({ kind: 'contact.removed', contactId, at });
      store.announce({ dealerId: caller.tenant.dealerId, siteId, contactId });
      return ok(undefined);
    });
  }
}
