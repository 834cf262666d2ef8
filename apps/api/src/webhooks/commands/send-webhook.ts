import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { eventMessage } from '@keyholder/domain/events/event-message';
import type { Attempt, StoredDelivery, StoredWebhook } from '@keyholder/domain/events/webhook-repository';
import { hasFailedTooLong, nextTryAt, pausedUntil } from '@keyholder/domain/events/webhook-retry';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { Clock } from '../../ports/clock.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { WebhookSecrets, WebhookSender } from '../../ports/webhooks.ts';
import { secretsOf } from '../secrets-of.ts';

/** Those that waited for an endpoint do not return at one moment. */
const SPREAD_MS = 30_000;

/** Sends an event to an endpoint: once or more often, under the same id, until it is taken or given up. */
export class SendWebhook extends Command<void> {
  constructor(
    readonly tenant: Tenant,
    readonly deliveryId: string,
  ) {
    super();
  }
}

interface Ready {
  readonly webhook: StoredWebhook;
  readonly delivery: StoredDelivery;
}

@CommandHandler(SendWebhook)
export class SendWebhookHandler implements ICommandHandler<SendWebhook> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: WebhookSecrets,
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
  ) {}

  async execute({ tenant, deliveryId }: SendWebhook): Promise<void> {
    const at = this.clock.now();
    const ready = await this.unitOfWork.run(tenant, (store) => this.prepare(store, deliveryId, at));
    if (ready === null) return;
    const { webhook, delivery } = ready;
    const message = { id: delivery.event.id, body: JSON.stringify(eventMessage(delivery.event)) };
    const outcome = await this.sender.send(webhook.url, message, secretsOf(webhook, this.secrets, at), at);
    await this.unitOfWork.run(tenant, (store) => this.record(store, ready, outcome));
  }

  /** What is to be sent now; null where there is nothing (any more), or the endpoint is left alone for a while. */
  private async prepare(store: Store, deliveryId: string, at: Date): Promise<Ready | null> {
    const delivery = await store.webhooks.loadDelivery(deliveryId);
    if (delivery?.state !== 'waiting') return null;
    const webhook = await store.webhooks.load(delivery.webhookId);
    if (webhook === null) return null;
    if (webhook.disabledAt !== null) {
      const outcome = { kind: 'failed', status: null, cause: 'switched_off' } as const;
      await store.webhooks.recordAttempt(deliveryId, { at, state: 'dead', outcome });
      return null;
    }
    if (webhook.pausedUntil !== null && webhook.pausedUntil > at) {
      const startAfter = new Date(webhook.pausedUntil.getTime() + Math.random() * SPREAD_MS);
      await store.jobs.add({ name: 'send-webhook', tenant: store.tenant, deliveryId }, { startAfter });
      return null;
    }
    return { webhook, delivery };
  }

  private async record(store: Store, before: Ready, outcome: Attempt): Promise<void> {
    const at = this.clock.now();
    const webhook = await store.webhooks.load(before.webhook.id);
    const delivery = await store.webhooks.loadDelivery(before.delivery.id);
    if (webhook === null || delivery?.state !== 'waiting') return;
    if (outcome.kind === 'taken') {
      await store.webhooks.recordAttempt(delivery.id, { at, state: 'delivered', outcome });
      if (webhook.failures > 0)
        await store.webhooks.recordHealth(webhook.id, { failingSince: null, failures: 0, pausedUntil: null });
      return;
    }
    const { tries, since } = delivery;
    const next = nextTryAt({ tries: tries + 1, since, now: at, random: Math.random() });
    await store.webhooks.recordAttempt(delivery.id, {
      at,
      state: next === null ? 'dead' : 'waiting',
      outcome,
    });
    const failingSince = webhook.failingSince ?? at;
    if (hasFailedTooLong(failingSince, at)) return this.disable(store, webhook, at);
    const failures = webhook.failures + 1;
    await store.webhooks.recordHealth(webhook.id, {
      failingSince,
      failures,
      pausedUntil: pausedUntil(failures, at),
    });
    if (next !== null) {
      const { tenant } = store;
      await store.jobs.add({ name: 'send-webhook', tenant, deliveryId: delivery.id }, { startAfter: next });
    }
  }

  /** It has taken nothing for days: whoever set it up is told, and nothing is sent any more. */
  private async disable(store: Store, { id, url }: StoredWebhook, at: Date): Promise<void> {
    await store.webhooks.setDisabled(id, at);
    const actor = { kind: 'system', id: null, name: null } as const;
    store.audit.add({ actor, action: 'webhook.disabled', detail: { webhookId: id, url }, at });
    await store.jobs.add({ name: 'mail-webhook-disabled', tenant: store.tenant, webhookId: id });
  }
}
