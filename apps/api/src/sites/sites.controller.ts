import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, CurrentCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Caller } from '../ports/caller.ts';
import { CreateSite } from './commands/create-site.ts';
import { GetSite } from './queries/get-site.ts';
import { ListSites } from './queries/list-sites.ts';
import {
  NewSiteSchema,
  SitePageSchema,
  SiteSchema,
  SitesQuerySchema,
  type SiteView,
} from './sites.schemas.ts';

@ApiTags('Sites')
@Controller('api/v1/sites')
export class SitesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Allow('sites:read')
  @ApiOperation({ operationId: 'listSites', summary: 'Sites in the order of their names' })
  @ApiOkResponse({ standardSchema: SitePageSchema })
  list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: SitesQuerySchema }) query: z.infer<typeof SitesQuerySchema>,
  ): Promise<z.infer<typeof SitePageSchema>> {
    return this.queries.execute(new ListSites(caller, query));
  }

  @Post()
  @Allow('sites:write')
  @ApiOperation({ operationId: 'createSite', summary: 'Add a site' })
  @ApiCreatedResponse({ standardSchema: SiteSchema })
  @ApiConflictResponse({ description: 'The account number is taken.', standardSchema: ProblemSchema })
  @ApiUnprocessableEntityResponse({
    description: 'Some fields cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: NewSiteSchema }) body: z.infer<typeof NewSiteSchema>,
  ): Promise<SiteView> {
    const { id } = orProblem(await this.commands.execute(new CreateSite(caller, body)));
    return orProblem(await this.queries.execute(new GetSite(caller, id)));
  }

  @Get(':siteId')
  @Allow('sites:read')
  @ApiOperation({ operationId: 'getSite', summary: 'One site' })
  @ApiOkResponse({ standardSchema: SiteSchema })
  @ApiNotFoundResponse({ description: 'No such site of yours.', standardSchema: ProblemSchema })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('siteId', { schema: z.uuid() }) siteId: string,
  ): Promise<SiteView> {
    return orProblem(await this.queries.execute(new GetSite(caller, siteId)));
  }
}
