import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { Clock } from '../../ports/clock.ts';
import { Metrics } from '../../ports/metrics.ts';
import { ProviderWebhooks } from '../../ports/provider-webhooks.ts';
import { UnitOfWork, type StoredProviderEvent } from '../../ports/unit-of-work.ts';
import { applyReply, applyToBrand } from '../apply-reply.ts';
import { applyStatus } from '../apply-status.ts';

/** Applies a stored webhook. Applying it again changes nothing. */
export class ApplyProviderEvent extends Command<void> {
  constructor(
    readonly tenant: Tenant,
    readonly eventId: string,
    /** The text that it is about, where it is a status. */
    readonly textId: string | null,
  ) {
    super();
  }
}

@CommandHandler(ApplyProviderEvent)
export class ApplyProviderEventHandler implements ICommandHandler<ApplyProviderEvent> {
  constructor(
    private readonly webhooks: ProviderWebhooks,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async execute({ tenant, eventId, textId: about }: ApplyProviderEvent): Promise<void> {
    const now = this.clock.now();
    // A status is applied with its event, at once or not at all; a reply takes a transaction of each tenant it concerns.
    const event = await this.unitOfWork.runTogether(tenant, about ?? eventId, async (store) => {
      const stored = await store.providerEvents.load(eventId);
      if (stored === null || stored.applied || stored.kind !== 'status') return stored;
      const callback = this.webhooks.readStatus(stored.payload);
      const { textId } = stored.payload;
      if (callback !== null && textId !== undefined)
        await applyStatus(store, textId, callback, stored.receivedAt);
      await store.providerEvents.markApplied(eventId, now);
      return { ...stored, callback };
    });
    if (event === null || event.applied) return;
    if ('callback' in event) {
      const report = event.callback?.report;
      if (report?.state === 'failed') this.metrics.textFailed(report.reason);
    } else {
      await this.applyInbound(tenant, event);
      await this.unitOfWork.run(tenant, (store) => store.providerEvents.markApplied(eventId, now));
    }
    this.metrics.webhookApplied(event.kind, now.getTime() - event.receivedAt.getTime());
  }

  /** What concerns the whole brand is done as the company, the rest as the dealer whom the reply is for. */
  private async applyInbound(
    tenant: Tenant,
    { payload, receivedAt: at }: StoredProviderEvent,
  ): Promise<void> {
    const inbound = this.webhooks.readInbound(payload);
    const { brandId } = payload;
    if (inbound === null || brandId === undefined) return;
    const recipient = await this.unitOfWork.run(tenant, (store) => applyToBrand(store, brandId, inbound, at));
    if (recipient === null) return;
    const dealer = { companyId: tenant.companyId, dealerId: recipient.dealerId };
    await this.unitOfWork.run(dealer, (store) => applyReply(store, recipient, inbound, at));
  }
}
