import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DueWork } from '../ports/due-work.ts';
import { InboundPoll } from '../ports/inbound-poll.ts';
import { UnitOfWork } from '../ports/unit-of-work.ts';
import { StoreInboundText } from './commands/store-inbound-text.ts';

/** The provider's list may lag behind. */
const OVERLAP_MS = 60 * 60_000;

/**
 * Asks the provider for replies that no webhook told of: a STOP that found nobody home counts all the same, however
 * long we were away. Each look begins with the last reply that was found, by the provider's clock; ours may be wrong.
 */
@Injectable()
export class MissedReplies {
  constructor(
    private readonly dueWork: DueWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly poll: InboundPoll,
    private readonly commands: CommandBus,
  ) {}

  async look(): Promise<void> {
    const asked = new Set<string>();
    for (const { id, tenant } of await this.dueWork.brands()) {
      const { brand, seen } = await this.unitOfWork.run(tenant, async (store) => ({
        brand: await store.brands.byId(id),
        seen: await store.brands.repliesSeenUntil(id),
      }));
      // Brands may share a sender outside production.
      const name = JSON.stringify(brand?.sender);
      if (brand === null || asked.has(name)) continue;
      asked.add(name);
      const replies = await this.poll.since(brand.sender, new Date(seen.getTime() - OVERLAP_MS));
      if (replies === null) continue;
      for (const { fields, at } of replies) await this.commands.execute(new StoreInboundText(fields, at));
      // Only now: whoever is killed before looks at the same again.
      const until = Math.max(...replies.map(({ at }) => at.getTime()));
      if (until > seen.getTime())
        await this.unitOfWork.run(tenant, (store) => store.brands.noteRepliesSeen(id, new Date(until)));
    }
  }
}
