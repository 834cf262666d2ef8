import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiConflictResponse,
  ApiNoContentResponse,
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
import { ChangeContact } from './commands/change-contact.ts';
import { ChangeSlots } from './commands/change-slots.ts';
import { RemoveContact } from './commands/remove-contact.ts';
import { RestoreContact } from './commands/restore-contact.ts';
import {
  ContactChangeSchema,
  NewSlotsSchema,
  SlotsSchema,
  type SlotsView,
} from './contact-changes.schemas.ts';
import { ContactSchema, type ContactView } from './contacts.schemas.ts';
import { GetContact } from './queries/get-contact.ts';
import { ListSlots } from './queries/list-slots.ts';

@ApiTags('Contacts')
@Controller('api/v1')
@Versioned()
export class ContactChangesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Patch('contacts/:contactId')
  @Allow('contacts:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'changeContact',
    summary: 'Change a contact',
    description:
      'A changed number is a new number: line check, welcome and agreement start again, texts that wait are cancelled and old links die. The same number written differently is no change.',
  })
  @ApiOkResponse({ standardSchema: ContactSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
  @ApiConflictResponse({
    description: 'The phone or slot number is taken at this site, or `nameChange` is needed.',
    standardSchema: ProblemSchema,
  })
  @ApiUnprocessableEntityResponse({
    description: 'Some fields cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async change(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
    @IfMatch() precondition: Precondition,
    @Body({ schema: ContactChangeSchema }) body: z.infer<typeof ContactChangeSchema>,
  ): Promise<ContactView> {
    const { nameChange, ...edit } = body;
    orProblem(
      await this.commands.execute(
        new ChangeContact(caller, contactId, precondition, edit, nameChange ?? null),
      ),
    );
    return orProblem(await this.queries.execute(new GetContact(caller, contactId)));
  }

  @Delete('contacts/:contactId')
  @HttpCode(204)
  @Allow('contacts:write')
  @NeedsIfMatch()
  @ApiOperation({
    operationId: 'removeContact',
    summary: 'Take a contact off the list',
    description: 'Links die and texts that wait are cancelled. Consent evidence and refusals stay.',
  })
  @ApiNoContentResponse({ description: 'Removed.' })
  @ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
    @IfMatch() precondition: Precondition,
  ): Promise<void> {
    orProblem(await this.commands.execute(new RemoveContact(caller, contactId, precondition)));
  }

  @Post('contacts/:contactId/restore')
  @HttpCode(200)
  @Allow('contacts:write')
  @ApiOperation({
    operationId: 'restoreContact',
    summary: 'Put a removed contact back',
    description: 'As it was, with its agreement. Old links stay dead, cancelled texts stay cancelled.',
  })
  @ApiOkResponse({ standardSchema: ContactSchema, headers: ETAG_HEADER })
  @ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
  @ApiConflictResponse({
    description: 'Not removed, or the phone or slot number was taken in the meantime.',
    standardSchema: ProblemSchema,
  })
  async restore(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
  ): Promise<ContactView> {
    orProblem(await this.commands.execute(new RestoreContact(caller, contactId)));
    return orProblem(await this.queries.execute(new GetContact(caller, contactId)));
  }

  @Put('sites/:siteId/slots')
  @Allow('contacts:write')
  @ApiOperation({
    operationId: 'changeSlots',
    summary: 'Give contacts of a site new slot numbers, all at once',
    description: 'In one step, so that two contacts can swap.',
  })
  @ApiOkResponse({ standardSchema: SlotsSchema })
  @ApiNotFoundResponse({ description: 'No such site of yours.', standardSchema: ProblemSchema })
  @ApiConflictResponse({
    description: 'A slot number was taken in the meantime.',
    standardSchema: ProblemSchema,
  })
  @ApiUnprocessableEntityResponse({
    description: 'Some entries cannot be accepted; nothing is changed.',
    standardSchema: ProblemSchema,
  })
  async slots(
    @CurrentCaller() caller: Caller,
    @Param('siteId', { schema: z.uuid() }) siteId: string,
    @Body({ schema: NewSlotsSchema }) body: z.infer<typeof NewSlotsSchema>,
  ): Promise<SlotsView> {
    orProblem(await this.commands.execute(new ChangeSlots(caller, siteId, body.slots)));
    return this.queries.execute(new ListSlots(caller, siteId));
  }
}
