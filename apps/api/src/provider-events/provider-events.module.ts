import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { JobRunner } from '../ports/jobs.ts';
import { Rounds } from '../ports/rounds.ts';
import { ApplyProviderEvent, ApplyProviderEventHandler } from './commands/apply-provider-event.ts';
import { StoreInboundTextHandler } from './commands/store-inbound-text.ts';
import { StoreStatusCallbackHandler } from './commands/store-status-callback.ts';
import { MissedReplies } from './missed-replies.ts';
import { ProviderEventsController } from './provider-events.controller.ts';

const MISSED_REPLIES_EVERY_MS = 2 * 60_000;

@Module({
  controllers: [ProviderEventsController],
  providers: [StoreStatusCallbackHandler, StoreInboundTextHandler, ApplyProviderEventHandler, MissedReplies],
})
export class ProviderEventsModule {
  constructor(jobs: JobRunner, commands: CommandBus, rounds: Rounds, missedReplies: MissedReplies) {
    rounds.every(MISSED_REPLIES_EVERY_MS, () => missedReplies.look());
    const apply = ({ tenant, eventId, textId }: { tenant: Tenant; eventId: string; textId?: string }) =>
      commands.execute(new ApplyProviderEvent(tenant, eventId, textId ?? null));
    jobs.handle('apply-provider-event', apply);
    jobs.handle('apply-reply', apply);
  }
}
