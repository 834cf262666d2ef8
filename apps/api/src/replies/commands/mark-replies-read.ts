import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import type { Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer has read what a contact wrote back. */
export class MarkRepliesRead extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}

@CommandHandler(MarkRepliesRead)
export class MarkRepliesReadHandler implements ICommandHandler<MarkRepliesRead> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, contactId }: MarkRepliesRead): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const contact = await store.contacts.load(contactId);
      if (contact === null) return err({ code: 'not_found', what: 'contact' });
      if (await store.replies.markRead(contactId, this.clock.now())) {
        store.announce({ dealerId: caller.tenant.dealerId, siteId: contact.siteId, contactId });
      }
      return ok(undefined);
    });
  }
}
