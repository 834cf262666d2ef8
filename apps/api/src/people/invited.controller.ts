import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiConflictResponse,
  ApiGoneResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AllowInvited, CurrentInvited } from '../http/access.ts';
import { originOf } from '../http/auth-routes.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { readerLanguage } from '../http/reader-language.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { InvitationHolder } from '../ports/identities.ts';
import { AcceptInvitation } from './commands/accept-invitation.ts';
import { AcceptInvitationSchema, InvitedSchema, type InvitedView } from './people.schemas.ts';
import { GetInvited } from './queries/get-invited.ts';

/** For whoever holds the token of an invitation. */
@ApiTags('Invitation')
@Controller('api/v1/invitation')
@ApiNotFoundResponse({
  description: 'No such invitation, or it was taken back.',
  standardSchema: ProblemSchema,
})
@ApiGoneResponse({ description: 'It has expired.', standardSchema: ProblemSchema })
export class InvitedController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @AllowInvited()
  @ApiOperation({ operationId: 'getInvited', summary: 'What the invitation is about' })
  @ApiOkResponse({ standardSchema: InvitedSchema })
  async get(@CurrentInvited() invited: InvitationHolder): Promise<InvitedView> {
    return orProblem(await this.queries.execute(new GetInvited(invited)));
  }

  @Post('acceptance')
  @HttpCode(204)
  @AllowInvited()
  @ApiOperation({
    operationId: 'acceptInvitation',
    summary: 'Accept the invitation',
    description: 'Makes an account where there is none with this address. Nobody is signed in by it.',
  })
  @ApiNoContentResponse({ description: 'Accepted: sign in.' })
  @ApiConflictResponse({ description: 'It was accepted already.', standardSchema: ProblemSchema })
  @ApiUnprocessableEntityResponse({
    description: 'The name or the password cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async accept(
    @CurrentInvited() invited: InvitationHolder,
    @Body({ schema: AcceptInvitationSchema }) body: z.infer<typeof AcceptInvitationSchema>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const language = readerLanguage(request.headers['accept-language']);
    orProblem(await this.commands.execute(new AcceptInvitation(invited, body, language, originOf(request))));
  }
}
