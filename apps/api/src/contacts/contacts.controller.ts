import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
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
import { ETAG_HEADER, Versioned } from '../http/versions.ts';
import type { Caller } from '../ports/caller.ts';
import { CreateContact } from './commands/create-contact.ts';
import { ValidateContact } from './commands/validate-contact.ts';
import {
  ContactPageSchema,
  ContactSchema,
  ContactsQuerySchema,
  NewContactSchema,
  TimelineSchema,
  type ContactView,
} from './contacts.schemas.ts';
import { GetContact } from './queries/get-contact.ts';
import { GetTimeline } from './queries/get-timeline.ts';
import { ListContacts } from './queries/list-contacts.ts';

@ApiTags('Contacts')
@Controller('api/v1')
@Versioned()
export class ContactsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('sites/:siteId/contacts')
  @Allow('contacts:read')
  @ApiOperation({
    operationId: 'listContacts',
    summary: 'Contacts of a site in the order in which they were added',
  })
  @ApiOkResponse({ standardSchema: ContactPageSchema })
  @ApiNotFoundResponse({ description: 'No such site of yours.', standardSchema: ProblemSchema })
  async list(
    @CurrentCaller() caller: Caller,
    @Param('siteId', { schema: z.uuid() }) siteId: string,
    @Query({ schema: ContactsQuerySchema }) query: z.infer<typeof ContactsQuerySchema>,
  ): Promise<z.infer<typeof ContactPageSchema>> {
    return orProblem(await this.queries.execute(new ListContacts(caller, siteId, query)));
  }

  @Post('sites/:siteId/contacts')
  @Allow('contacts:write')
  @ApiOperation({ operationId: 'createContact', summary: 'Add a contact to a site' })
  @ApiCreatedResponse({ standardSchema: ContactSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse({ description: 'No such site of yours.', standardSchema: ProblemSchema })
  @ApiConflictResponse({
    description: 'The phone or slot number is taken at this site.',
    standardSchema: ProblemSchema,
  })
  @ApiUnprocessableEntityResponse({
    description: 'Some fields cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async create(
    @CurrentCaller() caller: Caller,
    @Param('siteId', { schema: z.uuid() }) siteId: string,
    @Body({ schema: NewContactSchema }) body: z.infer<typeof NewContactSchema>,
  ): Promise<ContactView> {
    return orProblem(await this.commands.execute(new CreateContact(caller, siteId, body)));
  }

  @Get('contacts/:contactId')
  @Allow('contacts:read')
  @ApiOperation({ operationId: 'getContact', summary: 'One contact' })
  @ApiOkResponse({ standardSchema: ContactSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
  ): Promise<ContactView> {
    return orProblem(await this.queries.execute(new GetContact(caller, contactId)));
  }

  @Post('contacts/:contactId/validation')
  @HttpCode(200)
  @Allow('phones:check')
  @ApiOperation({
    operationId: 'validateContact',
    summary: "Check a contact's number",
    description: 'A verdict younger than 30 days is reused: look-ups are paid per call.',
  })
  @ApiOkResponse({ standardSchema: ContactSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
  async validate(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
  ): Promise<ContactView> {
    orProblem(await this.commands.execute(new ValidateContact(caller, contactId)));
    return orProblem(await this.queries.execute(new GetContact(caller, contactId)));
  }

  @Get('contacts/:contactId/timeline')
  @Allow('contacts:read')
  @ApiOperation({ operationId: 'getTimeline', summary: 'What happened with a contact, newest first' })
  @ApiOkResponse({ standardSchema: TimelineSchema })
  @ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
  async timeline(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
  ): Promise<z.infer<typeof TimelineSchema>> {
    return { items: orProblem(await this.queries.execute(new GetTimeline(caller, contactId))) };
  }
}
