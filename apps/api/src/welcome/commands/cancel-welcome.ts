import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { textsToCancel } from '@keyholder/domain/welcome/cancel-welcome';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer takes back a welcome text that still waits here. */
export class CancelWelcome extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}

@CommandHandler(CancelWelcome)
export class CancelWelcomeHandler implements ICommandHandler<CancelWelcome> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, contactId }: CancelWelcome): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const contact = await store.contacts.load(contactId);
      if (contact === null) return err({ code: 'not_found', what: 'contact' });
      const waiting = textsToCancel(contact.facts.texts);
      if (!waiting.ok) return waiting;
      const at = this.clock.now();
      const cancelled: string[] = [];
      for (const textId of waiting.value) {
        // A worker may have taken it in the meantime; of the two, one wins.
        if (!(await store.texts.move(textId, 'cancelled', { at }))) continue;
        const linkId = (await store.texts.load(textId))?.linkId ?? null;
        if (linkId !== null) await store.links.revoke(linkId, at);
        cancelled.push(textId);
      }
      if (cancelled.length === 0) return err({ code: 'on_its_way' });
      const { siteId } = contact;
      const detail = { textIds: cancelled };
      store.audit.add({
        actor: actorOf(caller),
        action: 'welcome.cancelled',
        siteId,
        contactId,
        detail,
        at,
      });
      store.announce({ dealerId: caller.tenant.dealerId, siteId, contactId });
      return ok(undefined);
    });
  }
}
