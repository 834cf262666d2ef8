import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer puts a removed contact back, as it was. Its old links stay dead: the next text carries a new one. */
export class RestoreContact extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}

@CommandHandler(RestoreContact)
export class RestoreContactHandler implements ICommandHandler<RestoreContact> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, contactId }: RestoreContact): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const restored = await store.contacts.restore(contactId);
      if (restored === 'unknown') return err({ code: 'not_found', what: 'contact' });
      if (restored === 'not_removed' || restored === 'evidence_deleted') return err({ code: restored });
      if ('code' in restored) return err(restored);
      const { siteId, version } = restored;
      const at = this.clock.now();
      store.audit.add({
        actor: actorOf(caller),
        action: 'contact.restored',
        siteId,
        contactId,
        detail: { version },
        at,
      });
      store.events.add({ kind: 'contact.restored', contactId, at });
      store.announce({ dealerId: caller.tenant.dealerId, siteId, contactId });
      return ok(undefined);
    });
  }
}
