import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { JobRunner } from '../ports/jobs.ts';
import { AnswerCaseHandler } from './commands/answer-case.ts';
import { AskSupportHandler } from './commands/ask-support.ts';
import { MailCaseAnswer, MailCaseAnswerHandler } from './commands/mail-case-answer.ts';
import { CollectBundleHandler } from './queries/collect-bundle.ts';
import { GetDeskCaseHandler } from './queries/get-desk-case.ts';
import { ListCasesHandler } from './queries/list-cases.ts';
import { ListDeskCasesHandler } from './queries/list-desk-cases.ts';
import { SupportDeskController } from './support-desk.controller.ts';
import { SupportController } from './support.controller.ts';

@Module({
  controllers: [SupportController, SupportDeskController],
  providers: [
    AskSupportHandler,
    CollectBundleHandler,
    ListCasesHandler,
    ListDeskCasesHandler,
    GetDeskCaseHandler,
    AnswerCaseHandler,
    MailCaseAnswerHandler,
  ],
})
export class SupportModule {
  constructor(jobs: JobRunner, commands: CommandBus) {
    jobs.handle('mail-case-answer', ({ tenant, caseId }) =>
      commands.execute(new MailCaseAnswer(tenant, caseId)),
    );
  }
}
