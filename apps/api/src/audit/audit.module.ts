import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { ListAuditHandler } from './queries/list-audit.ts';

@Module({ controllers: [AuditController], providers: [ListAuditHandler] })
export class AuditModule {}
