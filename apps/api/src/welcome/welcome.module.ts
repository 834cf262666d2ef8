import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Clock } from '../ports/clock.ts';
import { DueWork } from '../ports/due-work.ts';
import { Rounds } from '../ports/rounds.ts';
import { CancelWelcomeHandler } from './commands/cancel-welcome.ts';
import { SendTestTextHandler } from './commands/send-test-text.ts';
import { RemindContact, RemindContactHandler } from './commands/remind-contact.ts';
import { SendWelcomeHandler } from './commands/send-welcome.ts';
import { PreviewWelcomeHandler } from './queries/preview-welcome.ts';
import { WelcomeController } from './welcome.controller.ts';

const EVERY_MS = 60_000;
const MOST = 500;

@Module({
  controllers: [WelcomeController],
  providers: [
    SendWelcomeHandler,
    SendTestTextHandler,
    CancelWelcomeHandler,
    RemindContactHandler,
    PreviewWelcomeHandler,
  ],
})
export class WelcomeModule {
  constructor(rounds: Rounds, dueWork: DueWork, commands: CommandBus, clock: Clock) {
    rounds.every(EVERY_MS, async () => {
      for (const { id, tenant } of await dueWork.textsToRemind(clock.now(), MOST)) {
        await commands.execute(new RemindContact(tenant, id));
      }
    });
  }
}
