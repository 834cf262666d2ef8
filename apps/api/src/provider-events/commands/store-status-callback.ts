import { Logger } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../ports/clock.ts';
import { ProviderWebhooks, type WebhookFields } from '../../ports/provider-webhooks.ts';
import { TextDirectory } from '../../ports/text-directory.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { keepProviderEvent } from '../keep-provider-event.ts';

/** A verified status callback is kept once, with the job that applies it. */
export class StoreStatusCallback extends Command<void> {
  constructor(
    readonly attemptId: string | null,
    readonly fields: WebhookFields,
  ) {
    super();
  }
}

@CommandHandler(StoreStatusCallback)
export class StoreStatusCallbackHandler implements ICommandHandler<StoreStatusCallback> {
  private readonly logger = new Logger('StatusCallback');

  constructor(
    private readonly directory: TextDirectory,
    private readonly webhooks: ProviderWebhooks,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ attemptId, fields }: StoreStatusCallback): Promise<void> {
    const callback = this.webhooks.readStatus(fields);
    const text = callback === null ? null : await this.directory.find(attemptId, callback.providerId);
    if (callback === null || text === null) {
      this.logger.warn('A status callback is about no text of ours; it is left alone.');
      return;
    }
    const payload = { ...fields, textId: text.id };
    await keepProviderEvent(this.unitOfWork, text.tenant, {
      key: callback.key,
      kind: 'status',
      payload,
      at: this.clock.now(),
    });
  }
}
