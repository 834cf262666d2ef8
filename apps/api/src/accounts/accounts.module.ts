import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.ts';
import { ChangeAccountHandler } from './commands/change-account.ts';
import { GetMeHandler } from './queries/get-me.ts';

@Module({ controllers: [AccountsController], providers: [GetMeHandler, ChangeAccountHandler] })
export class AccountsModule {}
