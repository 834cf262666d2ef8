import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LinkHolder } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** The contact has played more of the video. */
export class RecordVideoProgress extends Command<void> {
  constructor(
    readonly holder: LinkHolder,
    readonly percent: number,
  ) {
    super();
  }
}

@CommandHandler(RecordVideoProgress)
export class RecordVideoProgressHandler implements ICommandHandler<RecordVideoProgress> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ holder, percent }: RecordVideoProgress): Promise<void> {
    const { contactId, tenant } = holder;
    await this.unitOfWork.run(tenant, async (store) => {
      const contact = await store.contacts.load(contactId);
      if (contact === null || !(await store.contacts.recordWatched(contactId, percent))) return;
      if (percent >= 100) {
        const detail = { linkId: holder.linkId };
        const at = this.clock.now();
        await store.evidence.add({ contactId, dealerId: tenant.dealerId, kind: 'video_watched', at, detail });
      }
      store.announce({ dealerId: tenant.dealerId, siteId: contact.siteId, contactId });
    });
  }
}
