import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SECRET_OVERLAP_MS } from '@keyholder/domain/events/webhook-retry';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { WebhookSecrets } from '../../ports/webhooks.ts';

type Rotated = Result<{ readonly secret: string; readonly overlapUntil: Date }, Refusal>;

/** An admin takes a new secret. The one before signs beside it for a day. */
export class RotateWebhookSecret extends Command<Rotated> {
  constructor(
    readonly caller: Caller | CompanyCaller,
    readonly webhookId: string,
  ) {
    super();
  }
}

@CommandHandler(RotateWebhookSecret)
export class RotateWebhookSecretHandler implements ICommandHandler<RotateWebhookSecret> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: WebhookSecrets,
    private readonly clock: Clock,
  ) {}

  execute({ caller, webhookId }: RotateWebhookSecret): Promise<Rotated> {
    const at = this.clock.now();
    const overlapUntil = new Date(at.getTime() + SECRET_OVERLAP_MS);
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Rotated> => {
      const webhook = await store.webhooks.load(webhookId);
      if (webhook === null) return err({ code: 'not_found', what: 'webhook' });
      await store.webhooks.rotate(webhookId, overlapUntil);
      const detail = { webhookId, overlapUntil: overlapUntil.toISOString() };
      store.audit.add({ actor: actorOf(caller), action: 'webhook.secret_rotated', detail, at });
      return ok({ secret: this.secrets.secretOf(webhookId, webhook.generation + 1), overlapUntil });
    });
  }
}
