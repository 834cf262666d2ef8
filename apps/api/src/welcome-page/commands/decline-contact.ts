import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { DeclineReason } from '@keyholder/domain/contact/agreement';
import type { LinkHolder } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { Visit } from '../visit.ts';

/** The contact says "Not for me", before or after confirming. */
export class DeclineContact extends Command<void> {
  constructor(
    readonly holder: LinkHolder,
    readonly reason: DeclineReason,
    readonly visit: Visit,
  ) {
    super();
  }
}

@CommandHandler(DeclineContact)
export class DeclineContactHandler implements ICommandHandler<DeclineContact> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ holder, reason, visit }: DeclineContact): Promise<void> {
    const { contactId, tenant } = holder;
    await this.unitOfWork.run(tenant, async (store) => {
      const at = this.clock.now();
      const contact = await store.contacts.load(contactId);
      const declined = { state: 'declined', at, confirmedBy: null, declineReason: reason } as const;
      if (contact === null || !(await store.contacts.setAgreement(contactId, declined))) return;
      const detail = { reason, linkId: holder.linkId, ...visit };
      await store.evidence.add({ contactId, dealerId: tenant.dealerId, kind: 'declined', at, detail });
      store.events.add({ kind: 'contact.declined', contactId, at, detail: { reason } });
      store.announce({ dealerId: tenant.dealerId, siteId: contact.siteId, contactId });
    });
  }
}
