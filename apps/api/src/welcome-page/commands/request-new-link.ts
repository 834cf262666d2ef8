import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { decideWelcome } from '@keyholder/domain/welcome/send-welcome';
import type { LinkHolder } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { answerContact } from '../../texts/queue-text.ts';

/** The holder of an expired link asks for a new one. It goes to the number on file, whoever asks. */
export class RequestNewLink extends Command<Result<void, Refusal>> {
  constructor(readonly holder: LinkHolder) {
    super();
  }
}

@CommandHandler(RequestNewLink)
export class RequestNewLinkHandler implements ICommandHandler<RequestNewLink> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ holder }: RequestNewLink): Promise<Result<void, Refusal>> {
    const { contactId, tenant } = holder;
    return this.unitOfWork.run(tenant, async (store): Promise<Result<void, Refusal>> => {
      const at = this.clock.now();
      const contact = await store.contacts.load(contactId);
      if (contact === null) return err({ code: 'not_found', what: 'link' });
      const decision = decideWelcome(contact.facts, true, at);
      if (!decision.ok) return err(decision.error);
      await answerContact(store, tenant.dealerId, contact, 'new_link', at);
      store.announce({ dealerId: tenant.dealerId, siteId: contact.siteId, contactId });
      return ok(undefined);
    });
  }
}
