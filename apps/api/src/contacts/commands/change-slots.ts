import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { planSlots, type SlotOf } from '@keyholder/domain/site/slot-plan';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer gives contacts of a site new slot numbers, all at once. */
export class ChangeSlots extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
    readonly slots: readonly SlotOf[],
  ) {
    super();
  }
}

@CommandHandler(ChangeSlots)
export class ChangeSlotsHandler implements ICommandHandler<ChangeSlots> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, siteId, slots }: ChangeSlots): Promise<Result<void, Refusal>> {
    const { dealerId } = caller.tenant;
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      if ((await store.sites.load(siteId)) === null) return err({ code: 'not_found', what: 'site' });
      const contacts = await store.contacts.listSlots(siteId);
      const plan = planSlots(contacts, slots);
      if (!plan.ok) return err({ code: 'invalid_fields', errors: plan.error });
      const taken = await store.contacts.moveSlots(siteId, plan.value);
      if (taken !== null) return err(taken);
      const at = this.clock.now();
      const versions = new Map(contacts.map(({ contactId, version }) => [contactId, version + 1]));
      for (const { contactId, from, to } of plan.value) {
        const changes = [{ field: 'slotNumber', from, to }];
        const detail = { version: versions.get(contactId), changes, restart: null };
        store.audit.add({
          actor: actorOf(caller),
          action: 'contact.changed',
          siteId,
          contactId,
          detail,
          at,
        });
        store.events.add({ kind: 'contact.changed', contactId, at });
        store.announce({ dealerId, siteId, contactId });
      }
      return ok(undefined);
    });
  }
}
