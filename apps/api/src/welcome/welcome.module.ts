import { Module } from '@nestjs/common';
import { CancelWelcomeHandler } from './commands/cancel-welcome.ts';
import { SendWelcomeHandler } from './commands/send-welcome.ts';
import { PreviewWelcomeHandler } from './queries/preview-welcome.ts';
import { WelcomeController } from './welcome.controller.ts';

@Module({
  controllers: [WelcomeController],
  providers: [SendWelcomeHandler, CancelWelcomeHandler, PreviewWelcomeHandler],
})
export class WelcomeModule {}
