import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** The most in one request; whoever has more asks again. */
const MOST = 1_000;

/** An admin has events sent again that were given up, the oldest first. */
export class ReplayDeadLetters extends Command<Result<number, Refusal>> {
  constructor(
    readonly caller: Caller | CompanyCaller,
    readonly webhookId: string,
  ) {
    super();
  }
}

@CommandHandler(ReplayDeadLetters)
export class ReplayDeadLettersHandler implements ICommandHandler<ReplayDeadLetters> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, webhookId }: ReplayDeadLetters): Promise<Result<number, Refusal>> {
    const at = this.clock.now();
    const { tenant } = caller;
    return this.unitOfWork.run(tenant, async (store): Promise<Result<number, Refusal>> => {
      const webhook = await store.webhooks.load(webhookId);
      if (webhook === null) return err({ code: 'not_found', what: 'webhook' });
      if (webhook.disabledAt !== null) return err({ code: 'webhook_disabled' });
      const deliveries = await store.webhooks.revive(webhookId, MOST, at);
      if (deliveries.length === 0) return ok(0);
      for (const deliveryId of deliveries) await store.jobs.add({ name: 'send-webhook', tenant, deliveryId });
      const detail = { webhookId, count: deliveries.length };
      store.audit.add({ actor: actorOf(caller), action: 'webhook.replayed', detail, at });
      return ok(deliveries.length);
    });
  }
}
