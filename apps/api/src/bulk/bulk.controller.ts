import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, CurrentCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Caller } from '../ports/caller.ts';
import {
  BulkItemsQuerySchema,
  BulkItemsSchema,
  BulkPreviewQuerySchema,
  BulkPreviewSchema,
  BulkRunSchema,
  BulkRunsSchema,
  NewBulkRunSchema,
  type BulkPreviewView,
  type BulkRunView,
} from './bulk.schemas.ts';
import { ResumeBulkRun, StartBulkRun, StopBulkRun } from './commands/run-bulk.ts';
import { GetBulkRun, ListBulkRuns } from './queries/get-bulk-run.ts';
import { ListBulkItems } from './queries/list-bulk-items.ts';
import { PreviewBulk } from './queries/preview-bulk.ts';

const notFound = { description: 'No such run of yours.', standardSchema: ProblemSchema };

@ApiTags('Bulk')
@Controller('api/v1')
export class BulkController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('bulk-preview')
  @Allow('contacts:read')
  @ApiOperation({
    operationId: 'previewBulk',
    summary: 'What validating and sending for many would do now',
    description: 'How many contacts, which texts, how many segments.',
  })
  @ApiOkResponse({ standardSchema: BulkPreviewSchema })
  preview(
    @CurrentCaller() caller: Caller,
    @Query({ schema: BulkPreviewQuerySchema }) scope: z.infer<typeof BulkPreviewQuerySchema>,
  ): Promise<BulkPreviewView> {
    return this.queries.execute(new PreviewBulk(caller, scope));
  }

  @Post('bulk-runs')
  @HttpCode(202)
  @Allow('imports:write')
  @ApiOperation({
    operationId: 'startBulkRun',
    summary: 'Validate all unchecked numbers, or send everybody without a text the welcome text',
    description:
      'Permission is stated once for all. Whoever was texted meanwhile is not texted again; a number that the check calls no cell phone is left out. Texts of a run keep to daytime at the site.',
  })
  @ApiAcceptedResponse({ standardSchema: BulkRunSchema })
  @ApiConflictResponse({ description: 'No contact needs this now.', standardSchema: ProblemSchema })
  async start(
    @CurrentCaller() caller: Caller,
    @Body({ schema: NewBulkRunSchema }) body: z.infer<typeof NewBulkRunSchema>,
  ): Promise<BulkRunView> {
    const { kind, siteId, importId, nextAction } = body;
    const permission = body.kind === 'send' ? body.permission : null;
    const command = new StartBulkRun(caller, kind, { siteId, importId, nextAction }, permission);
    const { id } = orProblem(await this.commands.execute(command));
    return orProblem(await this.queries.execute(new GetBulkRun(caller, id)));
  }

  @Get('bulk-runs')
  @Allow('contacts:read')
  @ApiOperation({ operationId: 'listBulkRuns', summary: 'What was done for many contacts lately' })
  @ApiOkResponse({ standardSchema: BulkRunsSchema })
  async list(@CurrentCaller() caller: Caller): Promise<z.infer<typeof BulkRunsSchema>> {
    return { items: await this.queries.execute(new ListBulkRuns(caller)) };
  }

  @Get('bulk-runs/:runId')
  @Allow('contacts:read')
  @ApiOperation({ operationId: 'getBulkRun', summary: 'One run, with how far it is' })
  @ApiOkResponse({ standardSchema: BulkRunSchema })
  @ApiNotFoundResponse(notFound)
  async get(
    @CurrentCaller() caller: Caller,
    @Param('runId', { schema: z.uuid() }) runId: string,
  ): Promise<BulkRunView> {
    return orProblem(await this.queries.execute(new GetBulkRun(caller, runId)));
  }

  @Get('bulk-runs/:runId/items')
  @Allow('contacts:read')
  @ApiOperation({
    operationId: 'listBulkItems',
    summary: 'The rows of an import with what was found, or the contacts of another run',
  })
  @ApiOkResponse({ standardSchema: BulkItemsSchema })
  @ApiNotFoundResponse(notFound)
  async items(
    @CurrentCaller() caller: Caller,
    @Param('runId', { schema: z.uuid() }) runId: string,
    @Query({ schema: BulkItemsQuerySchema }) query: z.infer<typeof BulkItemsQuerySchema>,
  ): Promise<z.infer<typeof BulkItemsSchema>> {
    return orProblem(await this.queries.execute(new ListBulkItems(caller, runId, query)));
  }

  @Post('bulk-runs/:runId/start')
  @HttpCode(202)
  @Allow('imports:write')
  @ApiOperation({
    operationId: 'resumeBulkRun',
    summary: 'Write an import that was checked, or go on with a run that was stopped',
    description: 'Rows and contacts that are done are not done again.',
  })
  @ApiAcceptedResponse({ standardSchema: BulkRunSchema })
  @ApiNotFoundResponse(notFound)
  @ApiConflictResponse({ description: 'The import was not checked yet.', standardSchema: ProblemSchema })
  async resume(
    @CurrentCaller() caller: Caller,
    @Param('runId', { schema: z.uuid() }) runId: string,
  ): Promise<BulkRunView> {
    orProblem(await this.commands.execute(new ResumeBulkRun(caller, runId)));
    return orProblem(await this.queries.execute(new GetBulkRun(caller, runId)));
  }

  @Post('bulk-runs/:runId/stop')
  @HttpCode(200)
  @Allow('imports:write')
  @ApiOperation({ operationId: 'stopBulkRun', summary: 'Stop a run; what is done is done' })
  @ApiOkResponse({ standardSchema: BulkRunSchema })
  @ApiNotFoundResponse(notFound)
  @ApiConflictResponse({ description: 'It is not running.', standardSchema: ProblemSchema })
  async stop(
    @CurrentCaller() caller: Caller,
    @Param('runId', { schema: z.uuid() }) runId: string,
  ): Promise<BulkRunView> {
    orProblem(await this.commands.execute(new StopBulkRun(caller, runId)));
    return orProblem(await this.queries.execute(new GetBulkRun(caller, runId)));
  }
}
