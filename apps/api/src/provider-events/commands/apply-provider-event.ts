import { Logger } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { readReply } from '@keyholder/domain/consent/reply-keywords';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { Clock } from '../../ports/clock.ts';
import { ProviderWebhooks, type WebhookFields } from '../../ports/provider-webhooks.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { applyReport } from '../../texts/apply-report.ts';

/** Applies a stored webhook. Applying it again changes nothing. */
export class ApplyProviderEvent extends Command<void> {
  constructor(
    readonly tenant: Tenant,
    readonly eventId: string,
  ) {
    super();
  }
}

@CommandHandler(ApplyProviderEvent)
export class ApplyProviderEventHandler implements ICommandHandler<ApplyProviderEvent> {
  private readonly logger = new Logger('ProviderEvent');

  constructor(
    private readonly webhooks: ProviderWebhooks,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ tenant, eventId }: ApplyProviderEvent): Promise<void> {
    await this.unitOfWork.run(tenant, async (store) => {
      const event = await store.providerEvents.load(eventId);
      if (event === null || event.applied) return;
      if (event.kind === 'status') await this.applyStatus(store, event.payload, event.receivedAt);
      else await this.applyInbound(store, event.payload, event.receivedAt);
      await store.providerEvents.markApplied(eventId, this.clock.now());
    });
  }

  private async applyStatus(store: Store, fields: WebhookFields, at: Date): Promise<void> {
    const callback = this.webhooks.readStatus(fields);
    const text = await store.texts.load(fields['textId'] ?? '');
    if (callback === null || text === null) return;
    if (text.providerId !== null && text.providerId !== callback.providerId) {
      // One attempt, two messages: the person was texted twice, and not by us.
      this.logger.error(`Text ${text.id} has a second message at the provider.`);
      return;
    }
    await store.texts.identify(text.id, callback.providerId);
    const changed = callback.report !== null && (await applyReport(store, text, callback.report, at));
    if (changed && store.tenant.dealerId !== null) {
      store.announce({ dealerId: store.tenant.dealerId, siteId: text.siteId, contactId: text.contactId });
    }
  }

  private async applyInbound(store: Store, fields: WebhookFields, at: Date): Promise<void> {
    const inbound = this.webhooks.readInbound(fields);
    const brandId = fields['brandId'];
    if (inbound === null || brandId === undefined) return;
    const { from: phone, body, providerId } = inbound;
    const meaning = readReply(body);
    if (meaning === 'stop' || meaning === 'start')
      await this.optOut(store, brandId, phone, meaning === 'stop', body, at);
    const last = await store.texts.lastContactTexted(brandId, phone);
    if (last === null) return;
    const { contactId, siteId, dealerId } = last;
    if (!(await store.replies.add({ contactId, dealerId, phone, body, meaning, providerId, at }))) return;
    await store.evidence.add({ contactId, dealerId, kind: 'reply', at, detail: { words: body, meaning } });
    store.announce({ dealerId, siteId, contactId });
  }

  /** For the whole brand at once: everybody with the number, at every site and dealer of the brand. */
  private async optOut(
    store: Store,
    brandId: string,
    phone: string,
    out: boolean,
    words: string,
    at: Date,
  ): Promise<void> {
    if (!(await store.optOuts.set(brandId, phone, out, 'stop', at))) return;
    for (const { contactId, siteId, dealerId } of await store.optOuts.contactsWith(brandId, phone)) {
      const detail = { source: 'stop', words };
      await store.evidence.add({ contactId, dealerId, kind: out ? 'opted_out' : 'opted_in', at, detail });
      store.announce({ dealerId, siteId, contactId });
    }
  }
}
