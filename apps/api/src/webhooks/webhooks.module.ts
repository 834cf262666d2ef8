import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { JobRunner } from '../ports/jobs.ts';
import { Rounds } from '../ports/rounds.ts';
import { ChangeWebhookHandler } from './commands/change-webhook.ts';
import { CreateWebhookHandler } from './commands/create-webhook.ts';
import { MailWebhookDisabled, MailWebhookDisabledHandler } from './commands/mail-webhook-disabled.ts';
import { RemoveWebhookHandler } from './commands/remove-webhook.ts';
import { ReplayDeadLettersHandler } from './commands/replay-dead-letters.ts';
import { RotateWebhookSecretHandler } from './commands/rotate-webhook-secret.ts';
import { SendWebhook, SendWebhookHandler } from './commands/send-webhook.ts';
import { TestWebhookHandler } from './commands/test-webhook.ts';
import { CompanyWebhooksController } from './company-webhooks.controller.ts';
import { EventRounds } from './event-rounds.ts';
import { EventsController } from './events.controller.ts';
import { ListDeliveriesHandler } from './queries/list-deliveries.ts';
import { ListEventsHandler } from './queries/list-events.ts';
import { ListWebhooksHandler } from './queries/list-webhooks.ts';
import { WebhookDesk } from './webhook-desk.ts';
import { WebhooksController } from './webhooks.controller.ts';

const PLACE_EVERY_MS = 1_000;
const FORGET_EVERY_MS = 60 * 60 * 1_000;

@Module({
  controllers: [WebhooksController, CompanyWebhooksController, EventsController],
  providers: [
    WebhookDesk,
    CreateWebhookHandler,
    ChangeWebhookHandler,
    RemoveWebhookHandler,
    RotateWebhookSecretHandler,
    TestWebhookHandler,
    ReplayDeadLettersHandler,
    SendWebhookHandler,
    MailWebhookDisabledHandler,
    ListWebhooksHandler,
    ListDeliveriesHandler,
    ListEventsHandler,
    EventRounds,
  ],
})
export class WebhooksModule {
  constructor(jobs: JobRunner, commands: CommandBus, rounds: Rounds, events: EventRounds) {
    rounds.every(PLACE_EVERY_MS, () => events.place());
    rounds.every(FORGET_EVERY_MS, () => events.forget());
    jobs.handle('send-webhook', ({ tenant, deliveryId }) =>
      commands.execute(new SendWebhook(tenant, deliveryId)),
    );
    jobs.handle('mail-webhook-disabled', ({ tenant, webhookId }) =>
      commands.execute(new MailWebhookDisabled(tenant, webhookId)),
    );
  }
}
