import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isReminderDue } from '@keyholder/domain/welcome/reminder';
import type { DealerTenant } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { queueText } from '../../texts/queue-text.ts';
import { composeWelcome } from '../compose-welcome.ts';

/** Reminds a contact who has not answered a welcome text, where that is due; decided once for each text. */
export class RemindContact extends Command<void> {
  constructor(
    readonly tenant: DealerTenant,
    readonly textId: string,
  ) {
    super();
  }
}

@CommandHandler(RemindContact)
export class RemindContactHandler implements ICommandHandler<RemindContact> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ tenant, textId }: RemindContact): Promise<void> {
    return this.unitOfWork.run(tenant, async (store) => {
      const at = this.clock.now();
      const text = await store.texts.load(textId);
      if (text === null || !(await store.texts.reminderDecided(textId, at))) return;
      const { reminderAfterDays } = await store.dealerSettings.load(tenant.dealerId);
      if (reminderAfterDays === null) return;
      const draft = await composeWelcome(store, tenant.dealerId, text.contactId);
      if (!draft.ok || draft.value.contact.phone !== text.phone) return;
      const { contact } = draft.value;
      if (!isReminderDue(contact.facts, reminderAfterDays, at)) return;
      const reminderId = await queueText(store, { ...draft.value, kind: 'reminder', at });
      const { siteId, id: contactId } = contact;
      store.audit.add({
        actor: { kind: 'system', id: null, name: null },
        action: 'welcome.reminded',
        siteId,
        contactId,
        detail: { textId: reminderId },
        at,
      });
      store.announce({ dealerId: tenant.dealerId, siteId, contactId });
    });
  }
}
