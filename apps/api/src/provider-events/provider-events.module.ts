import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { JobRunner } from '../ports/jobs.ts';
import { ApplyProviderEvent, ApplyProviderEventHandler } from './commands/apply-provider-event.ts';
import { StoreInboundTextHandler } from './commands/store-inbound-text.ts';
import { StoreStatusCallbackHandler } from './commands/store-status-callback.ts';
import { ProviderEventsController } from './provider-events.controller.ts';

@Module({
  controllers: [ProviderEventsController],
  providers: [StoreStatusCallbackHandler, StoreInboundTextHandler, ApplyProviderEventHandler],
})
export class ProviderEventsModule {
  constructor(jobs: JobRunner, commands: CommandBus) {
    jobs.handle('apply-provider-event', ({ tenant, eventId }) =>
      commands.execute(new ApplyProviderEvent(tenant, eventId)),
    );
  }
}
