import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiTooManyRequestsResponse,
  ApiGoneResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { AllowLink, CurrentLinkHolder } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { LinkHolder } from '../ports/caller.ts';
import { ConfirmContact } from './commands/confirm-contact.ts';
import { DeclineContact } from './commands/decline-contact.ts';
import { RecordPageOpened } from './commands/record-page-opened.ts';
import { RequestNewLink } from './commands/request-new-link.ts';
import { WithdrawDecline } from './commands/withdraw-decline.ts';
import { RecordVideoProgress } from './commands/record-video-progress.ts';
import { GetWelcomeState } from './queries/get-welcome-state.ts';
import type { Visit } from './visit.ts';
import {
  DeclineSchema,
  PageShownSchema,
  VideoProgressSchema,
  WelcomeStateSchema,
  type WelcomeState,
} from './welcome-page.schemas.ts';

const visitOf = (request: FastifyRequest): Visit => ({
  address: request.ip,
  browser: (request.headers['user-agent'] ?? '').slice(0, 300),
});

/** The calls of the static welcome page. The token of the link is the bearer; it never stands in an address. */
@ApiTags('Welcome page')
@Controller('api/welcome')
@AllowLink()
@ApiNotFoundResponse({ description: 'Unknown, altered or revoked link.', standardSchema: ProblemSchema })
@ApiGoneResponse({ description: 'The link has expired.', standardSchema: ProblemSchema })
export class WelcomePageController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getWelcomeState', summary: 'What the page shows; changes nothing' })
  @ApiOkResponse({ standardSchema: WelcomeStateSchema })
  state(@CurrentLinkHolder() holder: LinkHolder): Promise<WelcomeState> {
    return this.stateOf(holder);
  }

  @Post('opened')
  @HttpCode(204)
  @ApiOperation({ operationId: 'recordPageOpened', summary: 'The page was shown' })
  @ApiNoContentResponse()
  async opened(
    @CurrentLinkHolder() holder: LinkHolder,
    @Body({ schema: PageShownSchema }) body: z.infer<typeof PageShownSchema>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.commands.execute(
      new RecordPageOpened(holder, body.pageVersion, body.language, visitOf(request)),
    );
  }

  @Post('progress')
  @HttpCode(204)
  @ApiOperation({ operationId: 'recordVideoProgress', summary: 'More of the video was played' })
  @ApiNoContentResponse()
  async progress(
    @CurrentLinkHolder() holder: LinkHolder,
    @Body({ schema: VideoProgressSchema }) body: z.infer<typeof VideoProgressSchema>,
  ): Promise<void> {
    await this.commands.execute(new RecordVideoProgress(holder, body.percent));
  }

  @Post('confirm')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'confirmContact',
    summary: 'Agree to alarm texts; confirming twice is confirming once',
  })
  @ApiOkResponse({ standardSchema: WelcomeStateSchema })
  @ApiConflictResponse({ description: 'Opted out, or declined before.', standardSchema: ProblemSchema })
  async confirm(
    @CurrentLinkHolder() holder: LinkHolder,
    @Body({ schema: PageShownSchema }) body: z.infer<typeof PageShownSchema>,
    @Req() request: FastifyRequest,
  ): Promise<WelcomeState> {
    orProblem(
      await this.commands.execute(
        new ConfirmContact(holder, body.pageVersion, body.language, visitOf(request)),
      ),
    );
    return this.stateOf(holder);
  }

  @Post('decline')
  @HttpCode(200)
  @ApiOperation({ operationId: 'declineContact', summary: 'Wrong person, or does not want these texts' })
  @ApiOkResponse({ standardSchema: WelcomeStateSchema })
  async decline(
    @CurrentLinkHolder() holder: LinkHolder,
    @Body({ schema: DeclineSchema }) body: z.infer<typeof DeclineSchema>,
    @Req() request: FastifyRequest,
  ): Promise<WelcomeState> {
    await this.commands.execute(new DeclineContact(holder, body.reason, visitOf(request)));
    return this.stateOf(holder);
  }

  @Post('undo-decline')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'withdrawDecline',
    summary: 'Take a "Not for me" back; confirming comes after',
  })
  @ApiOkResponse({ standardSchema: WelcomeStateSchema })
  async undoDecline(
    @CurrentLinkHolder() holder: LinkHolder,
    @Req() request: FastifyRequest,
  ): Promise<WelcomeState> {
    await this.commands.execute(new WithdrawDecline(holder, visitOf(request)));
    return this.stateOf(holder);
  }

  @Post('new-link')
  @HttpCode(202)
  @AllowLink({ evenExpired: true })
  @ApiOperation({
    operationId: 'requestNewLink',
    summary: 'A new link, texted to the number on file',
    description: 'For links that have expired. The answer says nothing about the number.',
  })
  @ApiAcceptedResponse()
  @ApiConflictResponse({ description: 'Confirmed, declined or opted out.', standardSchema: ProblemSchema })
  @ApiTooManyRequestsResponse({ description: 'Once a minute, three a week.', standardSchema: ProblemSchema })
  async newLink(@CurrentLinkHolder() holder: LinkHolder): Promise<void> {
    orProblem(await this.commands.execute(new RequestNewLink(holder)));
  }

  private async stateOf(holder: LinkHolder): Promise<WelcomeState> {
    return orProblem(await this.queries.execute(new GetWelcomeState(holder)));
  }
}
