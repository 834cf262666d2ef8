import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** An admin removes an endpoint, with everything that was on its way to it. */
export class RemoveWebhook extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller | CompanyCaller,
    readonly webhookId: string,
  ) {
    super();
  }
}

@CommandHandler(RemoveWebhook)
export class RemoveWebhookHandler implements ICommandHandler<RemoveWebhook> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, webhookId }: RemoveWebhook): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const webhook = await store.webhooks.load(webhookId);
      if (webhook === null) return err({ code: 'not_found', what: 'webhook' });
      await store.webhooks.remove(webhookId);
      const { url, description } = webhook;
      store.audit.add({
        actor: actorOf(caller),
        action: 'webhook.removed',
        detail: { webhookId, url, description },
        at: this.clock.now(),
      });
      return ok(undefined);
    });
  }
}
