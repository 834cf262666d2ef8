import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { NO_AGREEMENT } from '@keyholder/domain/contact/agreement';
import type { LinkHolder } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { Visit } from '../visit.ts';

/** The contact takes a "Not for me" back; they may confirm then. */
export class WithdrawDecline extends Command<void> {
  constructor(
    readonly holder: LinkHolder,
    readonly visit: Visit,
  ) {
    super();
  }
}

@CommandHandler(WithdrawDecline)
export class WithdrawDeclineHandler implements ICommandHandler<WithdrawDecline> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ holder, visit }: WithdrawDecline): Promise<void> {
    const { contactId, tenant } = holder;
    await this.unitOfWork.run(tenant, async (store) => {
      const at = this.clock.now();
      const contact = await store.contacts.load(contactId);
      if (contact === null || !(await store.contacts.setAgreement(contactId, NO_AGREEMENT))) return;
      const detail = { linkId: holder.linkId, ...visit };
      await store.evidence.add({
        contactId,
        dealerId: tenant.dealerId,
        kind: 'decline_withdrawn',
        at,
        detail,
      });
      store.events.add({ kind: 'contact.decline_withdrawn', contactId, at });
      store.announce({ dealerId: tenant.dealerId, siteId: contact.siteId, contactId });
    });
  }
}
