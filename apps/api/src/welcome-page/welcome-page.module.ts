import { Module } from '@nestjs/common';
import { ConfirmContactHandler } from './commands/confirm-contact.ts';
import { DeclineContactHandler } from './commands/decline-contact.ts';
import { RecordPageOpenedHandler } from './commands/record-page-opened.ts';
import { RequestNewLinkHandler } from './commands/request-new-link.ts';
import { WithdrawDeclineHandler } from './commands/withdraw-decline.ts';
import { RecordVideoProgressHandler } from './commands/record-video-progress.ts';
import { GetWelcomeStateHandler } from './queries/get-welcome-state.ts';
import { WelcomePageController } from './welcome-page.controller.ts';

@Module({
  controllers: [WelcomePageController],
  providers: [
    RecordPageOpenedHandler,
    RecordVideoProgressHandler,
    ConfirmContactHandler,
    RequestNewLinkHandler,
    WithdrawDeclineHandler,
    DeclineContactHandler,
    GetWelcomeStateHandler,
  ],
})
export class WelcomePageModule {}
