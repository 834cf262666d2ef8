import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ContactSchema, type ContactView } from '../contacts/contacts.schemas.ts';
import { GetContact } from '../contacts/queries/get-contact.ts';
import { Allow, CurrentCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Caller } from '../ports/caller.ts';
import { MarkRepliesRead } from './commands/mark-replies-read.ts';
import { RecordOptOut } from './commands/record-opt-out.ts';

@ApiTags('Replies')
@Controller('api/v1/contacts/:contactId')
@ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
export class RepliesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('replies/read')
  @HttpCode(200)
  @Allow('contacts:write')
  @ApiOperation({ operationId: 'markRepliesRead', summary: 'What the contact wrote back has been read' })
  @ApiOkResponse({ standardSchema: ContactSchema })
  async markRead(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
  ): Promise<ContactView> {
    orProblem(await this.commands.execute(new MarkRepliesRead(caller, contactId)));
    return orProblem(await this.queries.execute(new GetContact(caller, contactId)));
  }

  @Post('opt-out')
  @HttpCode(200)
  @Allow('contacts:write')
  @ApiOperation({
    operationId: 'recordOptOut',
    summary: 'The person wants no texts',
    description:
      'Holds for the whole brand and every site. Only the person can take it back, by texting START.',
  })
  @ApiOkResponse({ standardSchema: ContactSchema })
  async optOut(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
  ): Promise<ContactView> {
    orProblem(await this.commands.execute(new RecordOptOut(caller, contactId)));
    return orProblem(await this.queries.execute(new GetContact(caller, contactId)));
  }
}
