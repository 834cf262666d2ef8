import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { z } from 'zod';
import { AllowSupport, CurrentSupporter } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Supporter } from '../ports/caller.ts';
import { AnswerCase } from './commands/answer-case.ts';
import { GetDeskCase } from './queries/get-desk-case.ts';
import { ListDeskCases } from './queries/list-desk-cases.ts';
import {
  CaseAnswerSchema,
  DeskCasePageSchema,
  DeskCaseSchema,
  DeskQuerySchema,
  type DeskCase,
} from './support-desk.schemas.ts';

/** For the platform's support: cases of all companies. */
@ApiTags('Support desk')
@Controller('api/v1/support/cases')
export class SupportDeskController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @AllowSupport('support_cases:read')
  @ApiOperation({ operationId: 'listDeskCases', summary: 'Cases of all companies, the newest first' })
  @ApiOkResponse({ standardSchema: DeskCasePageSchema })
  list(
    @Query({ schema: DeskQuerySchema }) { state, ...page }: z.infer<typeof DeskQuerySchema>,
  ): Promise<z.infer<typeof DeskCasePageSchema>> {
    return this.queries.execute(new ListDeskCases(state, page));
  }

  @Get(':caseId')
  @AllowSupport('support_cases:read')
  @ApiOperation({ operationId: 'getDeskCase', summary: 'A case with everything that it shows' })
  @ApiOkResponse({ standardSchema: DeskCaseSchema })
  @ApiNotFoundResponse({ description: 'No such case.', standardSchema: ProblemSchema })
  async get(@Param('caseId', { schema: z.uuid() }) caseId: string): Promise<DeskCase> {
    return orProblem(await this.queries.execute(new GetDeskCase(caseId)));
  }

  @Post(':caseId/answers')
  @HttpCode(200)
  @AllowSupport('support_cases:answer')
  @ApiOperation({
    operationId: 'answerDeskCase',
    summary: 'Answer a case, and close it where that settles it',
    description: 'Whoever asked gets a mail that says so.',
  })
  @ApiOkResponse({ standardSchema: DeskCaseSchema })
  @ApiNotFoundResponse({ description: 'No such case.', standardSchema: ProblemSchema })
  @ApiConflictResponse({ description: 'It is closed.', standardSchema: ProblemSchema })
  @ApiUnprocessableEntityResponse({
    description: 'The message cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async answer(
    @CurrentSupporter() supporter: Supporter,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Body({ schema: CaseAnswerSchema }) body: z.infer<typeof CaseAnswerSchema>,
  ): Promise<DeskCase> {
    orProblem(await this.commands.execute(new AnswerCase(supporter, caseId, body.message, body.close)));
    return this.get(caseId);
  }

  @Post(':caseId/close')
  @HttpCode(200)
  @AllowSupport('support_cases:answer')
  @ApiOperation({ operationId: 'closeDeskCase', summary: 'Close a case without a word' })
  @ApiOkResponse({ standardSchema: DeskCaseSchema })
  @ApiNotFoundResponse({ description: 'No such case.', standardSchema: ProblemSchema })
  @ApiConflictResponse({ description: 'It is closed.', standardSchema: ProblemSchema })
  async close(
    @CurrentSupporter() supporter: Supporter,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
  ): Promise<DeskCase> {
    orProblem(await this.commands.execute(new AnswerCase(supporter, caseId, null, true)));
    return this.get(caseId);
  }
}
