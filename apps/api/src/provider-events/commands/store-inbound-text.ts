import { Logger } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../ports/clock.ts';
import { ProviderWebhooks, type WebhookFields } from '../../ports/provider-webhooks.ts';
import { TextDirectory } from '../../ports/text-directory.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { keepProviderEvent } from '../keep-provider-event.ts';

/** A verified inbound text is kept once, with the job that applies it. */
export class StoreInboundText extends Command<void> {
  /** @param at when the person sent it, where the webhook was not what told of it; null: now */
  constructor(
    readonly fields: WebhookFields,
    readonly at: Date | null = null,
  ) {
    super();
  }
}

@CommandHandler(StoreInboundText)
export class StoreInboundTextHandler implements ICommandHandler<StoreInboundText> {
  private readonly logger = new Logger('InboundText');

  constructor(
    private readonly directory: TextDirectory,
    private readonly webhooks: ProviderWebhooks,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ fields, at }: StoreInboundText): Promise<void> {
    const inbound = this.webhooks.readInbound(fields);
    const brand = inbound === null ? null : await this.directory.brandBySender(inbound.senders);
    if (inbound === null || brand === null) {
      this.logger.warn('A text came to no sender of ours; it is left alone.');
      return;
    }
    const tenant = { companyId: brand.companyId, dealerId: null };
    const payload = { ...fields, brandId: brand.brandId };
    await keepProviderEvent(this.unitOfWork, tenant, {
      key: inbound.key,
      kind: 'inbound',
      payload,
      at: at ?? this.clock.now(),
    });
  }
}
