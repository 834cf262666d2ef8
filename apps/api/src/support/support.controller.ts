import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Allow, CurrentCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Caller } from '../ports/caller.ts';
import { AskSupport } from './commands/ask-support.ts';
import { ListCases } from './queries/list-cases.ts';
import {
  AskSupportSchema,
  SupportCaseSchema,
  SupportCasesSchema,
  type SupportCaseView,
} from './support.schemas.ts';

@ApiTags('Support')
@Controller('api/v1/contacts/:contactId/support-cases')
@ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
export class SupportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Allow('support:ask')
  @ApiOperation({
    operationId: 'askSupport',
    summary: 'Ask support about a contact',
    description:
      'The case holds everything that is known: facts, timeline, provider codes, message ids, carrier. While a case is open, asking again adds a note to it.',
  })
  @ApiCreatedResponse({ description: 'A case was opened.', standardSchema: SupportCaseSchema })
  @ApiOkResponse({ description: 'A case was open; your note was added.', standardSchema: SupportCaseSchema })
  @ApiUnprocessableEntityResponse({
    description: 'The message cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async ask(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
    @Body({ schema: AskSupportSchema }) body: z.infer<typeof AskSupportSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SupportCaseView> {
    const command = new AskSupport(caller, contactId, body.message ?? null, body.disputedCheck);
    const { caseId, opened } = orProblem(await this.commands.execute(command));
    void reply.status(opened ? 201 : 200);
    const cases = orProblem(await this.queries.execute(new ListCases(caller, contactId)));
    const asked = cases.find((one) => one.id === caseId);
    if (asked === undefined) throw new Error('A case that was just asked for is not there.');
    return asked;
  }

  @Get()
  @Allow('support:ask')
  @ApiOperation({ operationId: 'listSupportCases', summary: 'What support was asked about a contact' })
  @ApiOkResponse({ standardSchema: SupportCasesSchema })
  async list(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
  ): Promise<z.infer<typeof SupportCasesSchema>> {
    return { items: orProblem(await this.queries.execute(new ListCases(caller, contactId))) };
  }
}
