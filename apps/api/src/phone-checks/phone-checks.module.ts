import { Module } from '@nestjs/common';
import { CheckPhoneHandler } from './commands/check-phone.ts';
import { PhoneChecksController } from './phone-checks.controller.ts';

@Module({ controllers: [PhoneChecksController], providers: [CheckPhoneHandler] })
export class PhoneChecksModule {}
