import { Module } from '@nestjs/common';
import { MarkRepliesReadHandler } from './commands/mark-replies-read.ts';
import { RecordOptOutHandler } from './commands/record-opt-out.ts';
import { RepliesController } from './replies.controller.ts';

@Module({ controllers: [RepliesController], providers: [MarkRepliesReadHandler, RecordOptOutHandler] })
export class RepliesModule {}
