import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
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
import type { Caller } from '../ports/caller.ts';
import { AnswerForInvitation } from './commands/answer-for-invitation.ts';
import { ChangeMember } from './commands/change-member.ts';
import { InvitePerson } from './commands/invite-person.ts';
import {
  MemberChangeSchema,
  NewDealerInvitationSchema,
  PeopleSchema,
  type NewInvitation,
  type PeopleView,
} from './people.schemas.ts';
import { ListPeople } from './queries/list-people.ts';

/** The people of a dealer. */
@ApiTags('People')
@Controller('api/v1')
export class PeopleController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('people')
  @Allow('people:manage')
  @ApiOperation({ operationId: 'listPeople', summary: 'Who works at the dealer, and who is invited to' })
  @ApiOkResponse({ standardSchema: PeopleSchema })
  list(@CurrentCaller() caller: Caller): Promise<PeopleView> {
    return this.queries.execute(new ListPeople(caller));
  }

  @Post('invitations')
  @HttpCode(200)
  @Allow('people:manage')
  @ApiOperation({ operationId: 'invitePerson', summary: 'Invite somebody to the dealer by e-mail' })
  @ApiOkResponse({ description: 'The mail is on its way.', standardSchema: PeopleSchema })
  @ApiConflictResponse({
    description: 'They work here already, or are invited already.',
    standardSchema: ProblemSchema,
  })
  @ApiUnprocessableEntityResponse({
    description: 'The address or the role cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async invite(
    @CurrentCaller() caller: Caller,
    @Body({ schema: NewDealerInvitationSchema }) body: NewInvitation,
  ): Promise<PeopleView> {
    orProblem(await this.commands.execute(new InvitePerson(caller, body)));
    return this.list(caller);
  }

  @Post('invitations/:invitationId/mail')
  @HttpCode(204)
  @Allow('people:manage')
  @ApiOperation({ operationId: 'mailInvitation', summary: 'Send an invitation again, and prolong it' })
  @ApiNoContentResponse({ description: 'The mail is on its way.' })
  @ApiNotFoundResponse({ description: 'No such open invitation of yours.', standardSchema: ProblemSchema })
  async mail(
    @CurrentCaller() caller: Caller,
    @Param('invitationId', { schema: z.uuid() }) invitationId: string,
  ): Promise<void> {
    orProblem(await this.commands.execute(new AnswerForInvitation(caller, invitationId, 'send_again')));
  }

  @Delete('invitations/:invitationId')
  @HttpCode(204)
  @Allow('people:manage')
  @ApiOperation({ operationId: 'revokeInvitation', summary: 'Take an invitation back' })
  @ApiNoContentResponse({ description: 'Its link leads nowhere any more.' })
  @ApiNotFoundResponse({ description: 'No such open invitation of yours.', standardSchema: ProblemSchema })
  async revoke(
    @CurrentCaller() caller: Caller,
    @Param('invitationId', { schema: z.uuid() }) invitationId: string,
  ): Promise<void> {
    orProblem(await this.commands.execute(new AnswerForInvitation(caller, invitationId, 'revoke')));
  }

  @Patch('people/:userId')
  @HttpCode(204)
  @Allow('people:manage')
  @ApiOperation({ operationId: 'changeMember', summary: 'Give a person another role at the dealer' })
  @ApiNoContentResponse({ description: 'From the next request on.' })
  @ApiNotFoundResponse({ description: 'No such person at the dealer.', standardSchema: ProblemSchema })
  @ApiConflictResponse({ description: 'It is the last admin.', standardSchema: ProblemSchema })
  async change(
    @CurrentCaller() caller: Caller,
    @Param('userId', { schema: z.uuid() }) userId: string,
    @Body({ schema: MemberChangeSchema }) body: z.infer<typeof MemberChangeSchema>,
  ): Promise<void> {
    orProblem(await this.commands.execute(new ChangeMember(caller, userId, body.role)));
  }

  @Delete('people/:userId')
  @HttpCode(204)
  @Allow('people:manage')
  @ApiOperation({ operationId: 'removeMember', summary: 'Take a person’s role at the dealer away' })
  @ApiNoContentResponse({ description: 'From the next request on.' })
  @ApiNotFoundResponse({ description: 'No such person at the dealer.', standardSchema: ProblemSchema })
  @ApiConflictResponse({ description: 'It is the last admin.', standardSchema: ProblemSchema })
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('userId', { schema: z.uuid() }) userId: string,
  ): Promise<void> {
    orProblem(await this.commands.execute(new ChangeMember(caller, userId, null)));
  }
}
