import { Module } from '@nestjs/common';
import { AskSupportHandler } from './commands/ask-support.ts';
import { CollectBundleHandler } from './queries/collect-bundle.ts';
import { ListCasesHandler } from './queries/list-cases.ts';
import { SupportController } from './support.controller.ts';

@Module({
  controllers: [SupportController],
  providers: [AskSupportHandler, CollectBundleHandler, ListCasesHandler],
})
export class SupportModule {}
