import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { z } from 'zod';
import { GetContact } from '../contacts/queries/get-contact.ts';
import { ContactSchema, type ContactView } from '../contacts/contacts.schemas.ts';
import { Allow, CurrentCaller } from '../http/access.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Caller } from '../ports/caller.ts';
import { CancelWelcome } from './commands/cancel-welcome.ts';
import { SendTestText } from './commands/send-test-text.ts';
import { SendWelcome } from './commands/send-welcome.ts';
import { PreviewWelcome } from './queries/preview-welcome.ts';
import {
  SendWelcomeSchema,
  TestTextSchema,
  TestTextSentSchema,
  WelcomePreviewSchema,
  type WelcomePreview,
} from './welcome.schemas.ts';

@ApiTags('Welcome text')
@Controller('api/v1/contacts/:contactId/welcome')
export class WelcomeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('preview')
  @Allow('contacts:read')
  @ApiOperation({ operationId: 'previewWelcome', summary: 'The welcome text as it would be sent now' })
  @ApiOkResponse({ standardSchema: WelcomePreviewSchema })
  @ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
  async preview(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
  ): Promise<WelcomePreview> {
    return orProblem(await this.queries.execute(new PreviewWelcome(caller, contactId)));
  }

  @Post()
  @HttpCode(202)
  @Allow('welcome:send')
  @ApiOperation({
    operationId: 'sendWelcome',
    summary: 'Send the welcome text, or send it again',
    description: 'A number that the line check calls not textable spends no text and ends as a send error.',
  })
  @ApiAcceptedResponse({ standardSchema: ContactSchema })
  @ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
  @ApiConflictResponse({
    description: 'Opted out, declined, confirmed already, on its way, or outcome unknown.',
    standardSchema: ProblemSchema,
  })
  @ApiTooManyRequestsResponse({
    description: 'Once a minute, three resends a week.',
    standardSchema: ProblemSchema,
  })
  async send(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
    @Body({ schema: SendWelcomeSchema }) body: z.infer<typeof SendWelcomeSchema>,
  ): Promise<ContactView> {
    orProblem(
      await this.commands.execute(new SendWelcome(caller, contactId, body.permission, body.sendAnyway)),
    );
    return orProblem(await this.queries.execute(new GetContact(caller, contactId)));
  }

  @Post('test')
  @HttpCode(202)
  @Allow('welcome:send')
  @ApiOperation({
    operationId: 'sendTestText',
    summary: 'Send the welcome text to a phone of your own',
    description:
      'Marked as a test, with a link that opens nobody’s page; nothing about the contact changes. At most 10 an hour, and 5 a day to one number.',
  })
  @ApiAcceptedResponse({ standardSchema: TestTextSentSchema })
  @ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
  @ApiConflictResponse({
    description: 'The number has opted out, or the provider refused it.',
    standardSchema: ProblemSchema,
  })
  @ApiTooManyRequestsResponse({ description: 'Too many tests.', standardSchema: ProblemSchema })
  async test(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
    @Body({ schema: TestTextSchema }) body: z.infer<typeof TestTextSchema>,
  ): Promise<z.infer<typeof TestTextSentSchema>> {
    return orProblem(await this.commands.execute(new SendTestText(caller, contactId, body.phone)));
  }

  @Post('cancel')
  @HttpCode(200)
  @Allow('welcome:send')
  @ApiOperation({
    operationId: 'cancelWelcome',
    summary: 'Cancel the welcome text that still waits',
    description: 'Works while the text is queued or held; what the provider has is beyond recall.',
  })
  @ApiOkResponse({ standardSchema: ContactSchema })
  @ApiNotFoundResponse({ description: 'No such contact of yours.', standardSchema: ProblemSchema })
  @ApiConflictResponse({
    description: 'The text is on its way already, or none is waiting.',
    standardSchema: ProblemSchema,
  })
  async cancel(
    @CurrentCaller() caller: Caller,
    @Param('contactId', { schema: z.uuid() }) contactId: string,
  ): Promise<ContactView> {
    orProblem(await this.commands.execute(new CancelWelcome(caller, contactId)));
    return orProblem(await this.queries.execute(new GetContact(caller, contactId)));
  }
}
