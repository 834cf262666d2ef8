import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, CurrentCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Caller } from '../ports/caller.ts';
import { MakeExport } from './commands/make-export.ts';
import { ExportSchema, NewExportSchema, type ExportView } from './export.schemas.ts';
import { GetExport, GetExportFile } from './queries/get-export.ts';

@ApiTags('Exports')
@Controller('api/v1/exports')
export class ExportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Allow('contacts:read')
  @ApiOperation({
    operationId: 'makeExport',
    summary: 'Make an export of contacts',
    description: 'Notes when it was made, so that the next one can hold only what has changed since.',
  })
  @ApiCreatedResponse({ standardSchema: ExportSchema })
  @ApiNotFoundResponse({ description: 'No such site of yours.', standardSchema: ProblemSchema })
  async make(
    @CurrentCaller() caller: Caller,
    @Body({ schema: NewExportSchema }) body: z.infer<typeof NewExportSchema>,
  ): Promise<ExportView> {
    const command = new MakeExport(caller, body.siteId ?? null, body.onlyChanged);
    const { id } = orProblem(await this.commands.execute(command));
    return orProblem(await this.queries.execute(new GetExport(caller, id)));
  }

  @Get(':exportId/contacts.csv')
  @Allow('contacts:read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="contacts.csv"')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'getExportFile',
    summary: 'The export as CSV',
    description:
      'One line per contact, with account number, slot number and title; UTF-8. The file can be imported again. `State` is `removed` for who has left the list.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'The file.' })
  @ApiNotFoundResponse({ description: 'No such export of yours.', standardSchema: ProblemSchema })
  async file(
    @CurrentCaller() caller: Caller,
    @Param('exportId', { schema: z.uuid() }) exportId: string,
  ): Promise<string> {
    return orProblem(await this.queries.execute(new GetExportFile(caller, exportId)));
  }
}
