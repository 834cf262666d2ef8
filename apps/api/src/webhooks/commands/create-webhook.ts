import { randomUUIDv7 } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkWebhook, WEBHOOKS_MAX } from '@keyholder/domain/events/webhook';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { WebhookSecrets } from '../../ports/webhooks.ts';
import { Settings } from '../../settings.ts';

type Created = Result<{ readonly id: string; readonly secret: string }, Refusal>;

/** An admin has events sent to an address. The secret leaves this process once. */
export class CreateWebhook extends Command<Created> {
  constructor(
    readonly caller: Caller | CompanyCaller,
    readonly input: { readonly url: string; readonly description: string; readonly kinds: readonly string[] },
  ) {
    super();
  }
}

@CommandHandler(CreateWebhook)
export class CreateWebhookHandler implements ICommandHandler<CreateWebhook> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: WebhookSecrets,
    @Inject(Settings) private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ caller, input }: CreateWebhook): Promise<Created> {
    const details = checkWebhook(input, this.settings.webhooksToLoopback);
    if (!details.ok) return err({ code: 'invalid_fields', errors: details.error });
    const at = this.clock.now();
    const id = randomUUIDv7();
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Created> => {
      if ((await store.webhooks.count()) >= WEBHOOKS_MAX) return err({ code: 'too_many_webhooks' });
      await store.webhooks.add({ ...details.value, id, by: caller.name, at });
      const detail = { webhookId: id, ...details.value };
      store.audit.add({ actor: actorOf(caller), action: 'webhook.created', detail, at });
      return ok({ id, secret: this.secrets.secretOf(id, 1) });
    });
  }
}
