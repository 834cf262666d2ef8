import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkWebhook } from '@keyholder/domain/events/webhook';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { Settings } from '../../settings.ts';
import type { WebhookChange } from '../webhooks.schemas.ts';

/** An admin changes what is sent where, or switches an endpoint off or on. */
export class ChangeWebhook extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller | CompanyCaller,
    readonly webhookId: string,
    readonly change: WebhookChange,
  ) {
    super();
  }
}

@CommandHandler(ChangeWebhook)
export class ChangeWebhookHandler implements ICommandHandler<ChangeWebhook> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(Settings) private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  execute({
    caller,
    webhookId,
    change: { enabled, ...details },
  }: ChangeWebhook): Promise<Result<void, Refusal>> {
    const at = this.clock.now();
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const webhook = await store.webhooks.load(webhookId);
      if (webhook === null) return err({ code: 'not_found', what: 'webhook' });
      const { url, description, kinds } = webhook;
      const wanted = {
        url: details.url ?? url,
        description: details.description ?? description,
        kinds: details.kinds ?? kinds,
      };
      const checked = checkWebhook(wanted, this.settings.webhooksToLoopback);
      if (!checked.ok) return err({ code: 'invalid_fields', errors: checked.error });
      await store.webhooks.change(webhookId, checked.value);
      if (enabled !== undefined && enabled !== (webhook.disabledAt === null))
        await store.webhooks.setDisabled(webhookId, enabled ? null : at);
      const detail = { webhookId, ...checked.value, ...(enabled === undefined ? {} : { enabled }) };
      store.audit.add({ actor: actorOf(caller), action: 'webhook.changed', detail, at });
      return ok(undefined);
    });
  }
}
