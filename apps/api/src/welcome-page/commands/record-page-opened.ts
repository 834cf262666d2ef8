import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LinkHolder } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { Visit } from '../visit.ts';

/** The contact's browser has shown the page; a link preview's GET does not come here. */
export class RecordPageOpened extends Command<void> {
  constructor(
    readonly holder: LinkHolder,
    readonly pageVersion: number,
    readonly language: string,
    readonly visit: Visit,
  ) {
    super();
  }
}

@CommandHandler(RecordPageOpened)
export class RecordPageOpenedHandler implements ICommandHandler<RecordPageOpened> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ holder, pageVersion, language, visit }: RecordPageOpened): Promise<void> {
    const { contactId, tenant } = holder;
    await this.unitOfWork.run(tenant, async (store) => {
      const at = this.clock.now();
      const contact = await store.contacts.load(contactId);
      if (contact === null || !(await store.contacts.recordPageOpened(contactId, at))) return;
      const detail = { pageVersion, language, linkId: holder.linkId, ...visit };
      await store.evidence.add({ contactId, dealerId: tenant.dealerId, kind: 'page_opened', at, detail });
      store.announce({ dealerId: tenant.dealerId, siteId: contact.siteId, contactId });
    });
  }
}
