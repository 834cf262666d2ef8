import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Clock } from '../ports/clock.ts';
import { DueWork } from '../ports/due-work.ts';
import { Rounds } from '../ports/rounds.ts';
import { CheckPhoneHandler } from './commands/check-phone.ts';
import { RecheckLine, RecheckLineHandler } from './commands/recheck-line.ts';
import { PhoneChecksController } from './phone-checks.controller.ts';

const EVERY_MS = 60_000;
/** Each takes a request of some hundred milliseconds; what is left comes with the next round. */
const MOST = 50;

@Module({ controllers: [PhoneChecksController], providers: [CheckPhoneHandler, RecheckLineHandler] })
export class PhoneChecksModule {
  constructor(rounds: Rounds, dueWork: DueWork, commands: CommandBus, clock: Clock) {
    rounds.every(EVERY_MS, async () => {
      for (const { id, tenant } of await dueWork.lineChecks(clock.now(), MOST)) {
        await commands.execute(new RecheckLine(tenant, id));
      }
    });
  }
}
