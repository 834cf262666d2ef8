import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { Clock } from '../../ports/clock.ts';
import { Metrics } from '../../ports/metrics.ts';
import { ProviderWebhooks } from '../../ports/provider-webhooks.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { applyReply, applyToBrand } from '../apply-reply.ts';
import { applyStatus } from '../apply-status.ts';

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
  constructor(
    private readonly webhooks: ProviderWebhooks,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async execute({ tenant, eventId }: ApplyProviderEvent): Promise<void> {
    const event = await this.unitOfWork.run(tenant, (store) => store.providerEvents.load(eventId));
    if (event === null || event.applied) return;
    const { payload, receivedAt: at } = event;
    if (event.kind === 'status') {
      const callback = this.webhooks.readStatus(payload);
      const { textId } = payload;
      if (callback !== null && textId !== undefined) {
        await this.unitOfWork.run(tenant, (store) => applyStatus(store, textId, callback, at));
        if (callback.report?.state === 'failed') this.metrics.textFailed(callback.report.reason);
      }
    } else {
      const inbound = this.webhooks.readInbound(payload);
      const { brandId } = payload;
      if (inbound !== null && brandId !== undefined) {
        // What concerns the whole brand is done as the company, the rest as the dealer whom the reply is for.
        const recipient = await this.unitOfWork.run(tenant, (store) =>
          applyToBrand(store, brandId, inbound, at),
        );
        if (recipient !== null) {
          const dealer = { companyId: tenant.companyId, dealerId: recipient.dealerId };
          await this.unitOfWork.run(dealer, (store) => applyReply(store, recipient, inbound, at));
        }
      }
    }
    const now = this.clock.now();
    await this.unitOfWork.run(tenant, (store) => store.providerEvents.markApplied(eventId, now));
    this.metrics.webhookApplied(event.kind, now.getTime() - at.getTime());
  }
}
