import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Clock } from '../ports/clock.ts';
import { DueWork } from '../ports/due-work.ts';
import { InboundPoll } from '../ports/inbound-poll.ts';
import { UnitOfWork } from '../ports/unit-of-work.ts';
import { StoreInboundText } from './commands/store-inbound-text.ts';

const HOUR = 60 * 60_000;

/** What came before a brand's first look is not ours to answer, but for a day in which it may have been set up. */
const FIRST_LOOKS_BACK_MS = 24 * HOUR;
/** The provider's list may lag behind. */
const OVERLAP_MS = HOUR;

/**
 * Asks the provider for replies that no webhook told of: a STOP that found nobody home counts all the same, however
 * long we were away. Each look begins where the one before ended, by the provider's clock; ours may be wrong.
 */
@Injectable()
export class MissedReplies {
  constructor(
    private readonly dueWork: DueWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly poll: InboundPoll,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async look(): Promise<void> {
    const first = new Date(this.clock.now().getTime() - FIRST_LOOKS_BACK_MS);
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
      const since = seen === null ? first : new Date(seen.getTime() - OVERLAP_MS);
      const replies = await this.poll.since(brand.sender, since);
      if (replies === null) continue;
      for (const { fields, at } of replies) await this.commands.execute(new StoreInboundText(fields, at));
      // Only now: whoever is killed before looks at the same again.
      const until = Math.max((seen ?? first).getTime(), ...replies.map(({ at }) => at.getTime()));
      if (until === seen?.getTime()) continue;
      await this.unitOfWork.run(tenant, (store) => store.brands.noteRepliesSeen(id, new Date(until)));
    }
  }
}
