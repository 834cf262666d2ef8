import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
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
import { ETAG_HEADER, IfMatch, NeedsIfMatch, Versioned } from '../http/versions.ts';
import type { Caller } from '../ports/caller.ts';
import type { Precondition } from '../ports/precondition.ts';
import { ArchiveSite } from './commands/archive-site.ts';
import { ChangeSite } from './commands/change-site.ts';
import { CreateSite } from './commands/create-site.ts';
import { RestoreSite } from './commands/restore-site.ts';
import { GetRecipients } from './queries/get-recipients.ts';
import { GetSite } from './queries/get-site.ts';
import { ListSites } from './queries/list-sites.ts';
import {
  NewSiteSchema,
  RecipientsSchema,
  SiteChangeSchema,
  SitePageSchema,
  SiteSchema,
  SitesQuerySchema,
  type RecipientsView,
  type SiteView,
} from './sites.schemas.ts';

@ApiTags('Sites')
@Controller('api/v1/sites')
@Versioned()
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
    return this.queries.execute(
      new ListSites(caller, {
        ...query,
        archived: query.archived === 'true',
        belowMinimum: query.belowMinimum === 'true',
      }),
    );
  }

  @Post()
  @Allow('sites:write')
  @ApiOperation({ operationId: 'createSite', summary: 'Add a site' })
  @ApiCreatedResponse({ standardSchema: SiteSchema, headers: ETAG_HEADER })
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
  @ApiOkResponse({ standardSchema: SiteSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse({ description: 'No such site of yours.', standardSchema: ProblemSchema })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('siteId', { schema: z.uuid() }) siteId: string,
  ): Promise<SiteView> {
    return orProblem(await this.queries.execute(new GetSite(caller, siteId)));
  }

  @Patch(':siteId')
  @Allow('sites:write')
  @NeedsIfMatch()
  @ApiOperation({ operationId: 'changeSite', summary: 'Change a site' })
  @ApiOkResponse({ standardSchema: SiteSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse({
    description: 'No such site of yours, or it is archived.',
    standardSchema: ProblemSchema,
  })
  @ApiConflictResponse({ description: 'The account number is taken.', standardSchema: ProblemSchema })
  @ApiUnprocessableEntityResponse({
    description: 'Some fields cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async change(
    @CurrentCaller() caller: Caller,
    @Param('siteId', { schema: z.uuid() }) siteId: string,
    @IfMatch() precondition: Precondition,
    @Body({ schema: SiteChangeSchema }) body: z.infer<typeof SiteChangeSchema>,
  ): Promise<SiteView> {
    orProblem(await this.commands.execute(new ChangeSite(caller, siteId, precondition, body)));
    return orProblem(await this.queries.execute(new GetSite(caller, siteId)));
  }

  @Post(':siteId/archive')
  @HttpCode(200)
  @Allow('sites:write')
  @ApiOperation({
    operationId: 'archiveSite',
    summary: 'Archive a site',
    description:
      'The site and its contacts leave the lists, texts that wait are cancelled, links die. Archiving twice is archiving once.',
  })
  @ApiOkResponse({ standardSchema: SiteSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse({ description: 'No such site of yours.', standardSchema: ProblemSchema })
  async archive(
    @CurrentCaller() caller: Caller,
    @Param('siteId', { schema: z.uuid() }) siteId: string,
  ): Promise<SiteView> {
    orProblem(await this.commands.execute(new ArchiveSite(caller, siteId)));
    return orProblem(await this.queries.execute(new GetSite(caller, siteId)));
  }

  @Post(':siteId/restore')
  @HttpCode(200)
  @Allow('sites:write')
  @ApiOperation({
    operationId: 'restoreSite',
    summary: 'Bring an archived site back',
    description:
      'With its contacts and what they agreed to. Old links stay dead, cancelled texts stay cancelled.',
  })
  @ApiOkResponse({ standardSchema: SiteSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse({ description: 'No such site of yours.', standardSchema: ProblemSchema })
  async restore(
    @CurrentCaller() caller: Caller,
    @Param('siteId', { schema: z.uuid() }) siteId: string,
  ): Promise<SiteView> {
    orProblem(await this.commands.execute(new RestoreSite(caller, siteId)));
    return orProblem(await this.queries.execute(new GetSite(caller, siteId)));
  }

  @Get(':siteId/recipients')
  @Allow('contacts:read')
  @ApiOperation({
    operationId: 'getRecipients',
    summary: 'Who would be texted about an alarm now, and who would not, and why',
  })
  @ApiOkResponse({ standardSchema: RecipientsSchema })
  @ApiNotFoundResponse({ description: 'No such site of yours.', standardSchema: ProblemSchema })
  async recipients(
    @CurrentCaller() caller: Caller,
    @Param('siteId', { schema: z.uuid() }) siteId: string,
  ): Promise<RecipientsView> {
    return orProblem(await this.queries.execute(new GetRecipients(caller, siteId)));
  }
}
