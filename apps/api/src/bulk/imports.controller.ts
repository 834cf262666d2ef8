import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
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
  BulkRunSchema,
  ImportColumnsSchema,
  ImportRowsSchema,
  NewImportSchema,
  type BulkRunView,
} from './bulk.schemas.ts';
import { BeginImport, CheckImport, GiveImportRows } from './commands/prepare-import.ts';
import { GetBulkRun } from './queries/get-bulk-run.ts';

const notDraft = { description: 'The import has begun.', standardSchema: ProblemSchema };
const notFound = { description: 'No such import of yours.', standardSchema: ProblemSchema };

@ApiTags('Imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Allow('imports:write')
  @ApiOperation({
    operationId: 'beginImport',
    summary: 'Begin an import of contacts',
    description:
      'Then give the rows, name the columns and read the report; nothing is written before the run is started. The columns are guessed from the header line.',
  })
  @ApiCreatedResponse({ standardSchema: BulkRunSchema })
  async begin(
    @CurrentCaller() caller: Caller,
    @Body({ schema: NewImportSchema }) body: z.infer<typeof NewImportSchema>,
  ): Promise<BulkRunView> {
    const { id } = await this.commands.execute(new BeginImport(caller, body.fileName, body.columns));
    return orProblem(await this.queries.execute(new GetBulkRun(caller, id)));
  }

  @Put(':importId/rows')
  @HttpCode(204)
  @Allow('imports:write')
  @ApiOperation({
    operationId: 'giveImportRows',
    summary: 'Give rows of the file',
    description: 'A row is known by its number: the same rows may be given again after a lost connection.',
  })
  @ApiNoContentResponse({ description: 'The rows are kept.' })
  @ApiNotFoundResponse(notFound)
  @ApiConflictResponse(notDraft)
  async rows(
    @CurrentCaller() caller: Caller,
    @Param('importId', { schema: z.uuid() }) importId: string,
    @Body({ schema: ImportRowsSchema }) { first, rows }: z.infer<typeof ImportRowsSchema>,
  ): Promise<void> {
    orProblem(await this.commands.execute(new GiveImportRows(caller, importId, first, rows)));
  }

  @Put(':importId/columns')
  @Allow('imports:write')
  @ApiOperation({
    operationId: 'checkImport',
    summary: 'Name the columns and have every row checked',
    description:
      'Nothing is written. The report counts what would be done; the items of the run say it of each row, with why a row is refused and what would be accepted.',
  })
  @ApiOkResponse({ standardSchema: BulkRunSchema })
  @ApiNotFoundResponse(notFound)
  @ApiConflictResponse(notDraft)
  async check(
    @CurrentCaller() caller: Caller,
    @Param('importId', { schema: z.uuid() }) importId: string,
    @Body({ schema: ImportColumnsSchema }) { mapping, defaults }: z.infer<typeof ImportColumnsSchema>,
  ): Promise<BulkRunView> {
    orProblem(await this.commands.execute(new CheckImport(caller, importId, mapping, defaults)));
    return orProblem(await this.queries.execute(new GetBulkRun(caller, importId)));
  }
}
