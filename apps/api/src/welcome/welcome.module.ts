import { Module } from '@nestjs/common';
import { SendWelcomeHandler } from './commands/send-welcome.ts';
import { PreviewWelcomeHandler } from './queries/preview-welcome.ts';
import { WelcomeController } from './welcome.controller.ts';

@Module({ controllers: [WelcomeController], providers: [SendWelcomeHandler, PreviewWelcomeHandler] })
export class WelcomeModule {}
