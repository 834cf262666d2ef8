import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Attempt } from '@keyholder/domain/events/webhook-repository';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import type { Caller, CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { RateLimits } from '../../ports/rate-limits.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { WebhookSecrets, WebhookSender } from '../../ports/webhooks.ts';
import { secretsOf } from '../secrets-of.ts';

/** An admin sends a test event, once and now, and is told what came of it. Also to an endpoint that is switched off. */
export class TestWebhook extends Command<Result<Attempt, Refusal>> {
  constructor(
    readonly caller: Caller | CompanyCaller,
    readonly webhookId: string,
  ) {
    super();
  }
}

@CommandHandler(TestWebhook)
export class TestWebhookHandler implements ICommandHandler<TestWebhook> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: WebhookSecrets,
    private readonly sender: WebhookSender,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  async execute({ caller: { tenant }, webhookId }: TestWebhook): Promise<Result<Attempt, Refusal>> {
    const at = this.clock.now();
    const webhook = await this.unitOfWork.run(tenant, (store) => store.webhooks.load(webhookId));
    if (webhook === null) return err({ code: 'not_found', what: 'webhook' });
    const retryAt = await this.limits.count('test of a webhook, in an hour', webhookId);
    if (retryAt !== null) return err({ code: 'too_many_requests', retryAt });
    const body = JSON.stringify({ type: 'webhook.test', timestamp: at.toISOString(), data: {} });
    const message = { id: randomUUIDv7(), body };
    return ok(await this.sender.send(webhook.url, message, secretsOf(webhook, this.secrets, at), at));
  }
}
