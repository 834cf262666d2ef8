import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Clock } from '../ports/clock.ts';
import { DueWork } from '../ports/due-work.ts';
import { InboundPoll } from '../ports/inbound-poll.ts';
import { UnitOfWork } from '../ports/unit-of-work.ts';
import { StoreInboundText } from './commands/store-inbound-text.ts';

/** The provider's list may lag behind, and we may have been away. */
const LOOKS_BACK_MS = 24 * 60 * 60_000;

/** Asks the provider for replies that no webhook told of: a STOP that found nobody home counts all the same. */
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
    const since = new Date(this.clock.now().getTime() - LOOKS_BACK_MS);
    const asked = new Set<string>();
    for (const { id, tenant } of await this.dueWork.brands()) {
      const brand = await this.unitOfWork.run(tenant, (store) => store.brands.byId(id));
      // Brands may share a sender outside production.
      const name = JSON.stringify(brand?.sender);
      if (brand === null || asked.has(name)) continue;
      asked.add(name);
      for (const { fields, at } of await this.poll.since(brand.sender, since)) {
        await this.commands.execute(new StoreInboundText(fields, at));
      }
    }
  }
}
