import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
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
import { AllowCompany, CurrentCompanyCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { CompanyCaller } from '../ports/caller.ts';
import { AnswerForInvitation } from './commands/answer-for-invitation.ts';
import { ChangeMember } from './commands/change-member.ts';
import { InvitePerson } from './commands/invite-person.ts';
import {
  NewCompanyInvitationSchema,
  PeopleSchema,
  type NewInvitation,
  type PeopleView,
} from './people.schemas.ts';
import { ListPeople } from './queries/list-people.ts';

/** The admins of a company as a whole. */
@ApiTags('People')
@Controller('api/v1/company')
export class CompanyPeopleController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('people')
  @AllowCompany('company_people:manage')
  @ApiOperation({
    operationId: 'listCompanyPeople',
    summary: 'Who administers the company, and who is invited to',
  })
  @ApiOkResponse({ standardSchema: PeopleSchema })
  list(@CurrentCompanyCaller() caller: CompanyCaller): Promise<PeopleView> {
    return this.queries.execute(new ListPeople(caller));
  }

  @Post('invitations')
  @HttpCode(200)
  @AllowCompany('company_people:manage')
  @ApiOperation({ operationId: 'inviteCompanyAdmin', summary: 'Invite an admin of the company by e-mail' })
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
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Body({ schema: NewCompanyInvitationSchema }) body: NewInvitation,
  ): Promise<PeopleView> {
    orProblem(await this.commands.execute(new InvitePerson(caller, body)));
    return this.list(caller);
  }

  @Post('invitations/:invitationId/mail')
  @HttpCode(204)
  @AllowCompany('company_people:manage')
  @ApiOperation({ operationId: 'mailCompanyInvitation', summary: 'Send an invitation again, and prolong it' })
  @ApiNoContentResponse({ description: 'The mail is on its way.' })
  @ApiNotFoundResponse({ description: 'No such open invitation of yours.', standardSchema: ProblemSchema })
  async mail(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('invitationId', { schema: z.uuid() }) invitationId: string,
  ): Promise<void> {
    orProblem(await this.commands.execute(new AnswerForInvitation(caller, invitationId, 'send_again')));
  }

  @Delete('invitations/:invitationId')
  @HttpCode(204)
  @AllowCompany('company_people:manage')
  @ApiOperation({ operationId: 'revokeCompanyInvitation', summary: 'Take an invitation back' })
  @ApiNoContentResponse({ description: 'Its link leads nowhere any more.' })
  @ApiNotFoundResponse({ description: 'No such open invitation of yours.', standardSchema: ProblemSchema })
  async revoke(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('invitationId', { schema: z.uuid() }) invitationId: string,
  ): Promise<void> {
    orProblem(await this.commands.execute(new AnswerForInvitation(caller, invitationId, 'revoke')));
  }

  @Delete('people/:userId')
  @HttpCode(204)
  @AllowCompany('company_people:manage')
  @ApiOperation({ operationId: 'removeCompanyAdmin', summary: 'Take a company admin’s role away' })
  @ApiNoContentResponse({ description: 'From the next request on.' })
  @ApiNotFoundResponse({ description: 'No such admin of the company.', standardSchema: ProblemSchema })
  @ApiConflictResponse({ description: 'It is the last admin.', standardSchema: ProblemSchema })
  async remove(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('userId', { schema: z.uuid() }) userId: string,
  ): Promise<void> {
    orProblem(await this.commands.execute(new ChangeMember(caller, userId, null)));
  }
}
