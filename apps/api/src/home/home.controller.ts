import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, CurrentCaller } from '../http/access.ts';
import type { Caller } from '../ports/caller.ts';
import { OverviewSchema, WorklistQuerySchema, WorklistSchema, type OverviewView } from './home.schemas.ts';
import { GetOverview } from './queries/get-overview.ts';
import { ListWorklist } from './queries/list-worklist.ts';

@ApiTags('Home')
@Controller('api/v1')
export class HomeController {
  constructor(private readonly queries: QueryBus) {}

  @Get('overview')
  @Allow('sites:read')
  @ApiOperation({
    operationId: 'getOverview',
    summary: 'How many sites meet their minimum, and what is to be done',
  })
  @ApiOkResponse({ standardSchema: OverviewSchema })
  overview(@CurrentCaller() caller: Caller): Promise<OverviewView> {
    return this.queries.execute(new GetOverview(caller));
  }

  @Get('worklist')
  @Allow('contacts:read')
  @ApiOperation({
    operationId: 'listWorklist',
    summary: 'Sites below their minimum, each with the one next step',
    description:
      'Also sites where somebody has written and nobody has read it. In the order of the steps, what is done with a press first; within a step by the site’s name.',
  })
  @ApiOkResponse({ standardSchema: WorklistSchema })
  worklist(
    @CurrentCaller() caller: Caller,
    @Query({ schema: WorklistQuerySchema }) query: z.infer<typeof WorklistQuerySchema>,
  ): Promise<z.infer<typeof WorklistSchema>> {
    return this.queries.execute(new ListWorklist(caller, query));
  }
}
