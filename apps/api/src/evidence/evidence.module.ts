import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Clock } from '../ports/clock.ts';
import { DueWork } from '../ports/due-work.ts';
import { Rounds } from '../ports/rounds.ts';
import { DeleteExpiredEvidence, DeleteExpiredEvidenceHandler } from './commands/delete-expired-evidence.ts';
import { ExportEvidenceHandler } from './commands/export-evidence.ts';
import { EvidenceController } from './evidence.controller.ts';

const EVERY_MS = 60 * 60_000;
const MOST = 1_000;

@Module({
  controllers: [EvidenceController],
  providers: [ExportEvidenceHandler, DeleteExpiredEvidenceHandler],
})
export class EvidenceModule {
  constructor(rounds: Rounds, dueWork: DueWork, commands: CommandBus, clock: Clock) {
    rounds.every(EVERY_MS, async () => {
      for (const { id, tenant } of await dueWork.expiredEvidence(clock.now(), MOST)) {
        await commands.execute(new DeleteExpiredEvidence(tenant, id));
      }
    });
  }
}
