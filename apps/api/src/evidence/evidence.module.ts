import { Module } from '@nestjs/common';
import { ExportEvidenceHandler } from './commands/export-evidence.ts';
import { EvidenceController } from './evidence.controller.ts';

@Module({ controllers: [EvidenceController], providers: [ExportEvidenceHandler] })
export class EvidenceModule {}
