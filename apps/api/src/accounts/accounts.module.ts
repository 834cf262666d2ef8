import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller.ts';
import { GetMeHandler } from './queries/get-me.ts';

@Module({ controllers: [AccountsController], providers: [GetMeHandler] })
export class AccountsModule {}
