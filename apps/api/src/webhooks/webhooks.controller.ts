import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, CurrentCaller } from '../http/access.ts';
import { KeepsNoAnswer } from '../http/idempotency.interceptor.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Caller } from '../ports/caller.ts';
import { RemoveWebhook } from './commands/remove-webhook.ts';
import { ListDeliveries } from './queries/list-deliveries.ts';
import { WebhookDesk } from './webhook-desk.ts';
import {
  CreatedWebhookSchema,
  DeliveryPageSchema,
  DeliveryQuerySchema,
  NewWebhookSchema,
  ReplaySchema,
  RotatedSecretSchema,
  WebhookChangeSchema,
  WebhooksSchema,
  WebhookTestSchema,
  type CreatedWebhook,
  type RotatedSecret,
  type WebhookChange,
  type WebhookTest,
  type WebhookView,
} from './webhooks.schemas.ts';

const NotFound = () =>
  ApiNotFoundResponse({ description: 'No such webhook of yours.', standardSchema: ProblemSchema });

@ApiTags('Webhooks')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly desk: WebhookDesk,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Allow('webhooks:manage')
  @ApiOperation({ operationId: 'listWebhooks', summary: 'Endpoints that the dealer’s events are sent to' })
  @ApiOkResponse({ standardSchema: WebhooksSchema })
  list(@CurrentCaller() caller: Caller): Promise<z.infer<typeof WebhooksSchema>> {
    return this.desk.list(caller);
  }

  @Post()
  @KeepsNoAnswer()
  @Allow('webhooks:manage')
  @ApiOperation({
    operationId: 'createWebhook',
    summary: 'Have the dealer’s events sent to an address',
    description:
      'Events are signed as Standard Webhooks says (standardwebhooks.com). The answer holds the secret; nothing else ever shows it again. No Idempotency-Key is taken. An event counts as taken with 2xx; else it is tried again, ever more seldom, for three days. It may come more than once and in any order: webhook-id is the same each time.',
  })
  @ApiCreatedResponse({ standardSchema: CreatedWebhookSchema })
  @ApiUnprocessableEntityResponse({
    description: 'Some fields cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: NewWebhookSchema }) body: z.infer<typeof NewWebhookSchema>,
  ): Promise<CreatedWebhook> {
    return this.desk.create(caller, body);
  }

  @Patch(':webhookId')
  @Allow('webhooks:manage')
  @ApiOperation({ operationId: 'changeWebhook', summary: 'Change a webhook, or switch it off or on' })
  @ApiOkResponse({ standardSchema: WebhooksSchema.shape.items.element })
  @NotFound()
  @ApiUnprocessableEntityResponse({
    description: 'Some fields cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  change(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', { schema: z.uuid() }) id: string,
    @Body({ schema: WebhookChangeSchema }) body: WebhookChange,
  ): Promise<WebhookView> {
    return this.desk.change(caller, id, body);
  }

  @Delete(':webhookId')
  @HttpCode(204)
  @Allow('webhooks:manage')
  @ApiOperation({
    operationId: 'removeWebhook',
    summary: 'Remove a webhook, with everything that was on its way to it',
  })
  @ApiNoContentResponse({ description: 'Nothing is sent any more.' })
  @NotFound()
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', { schema: z.uuid() }) id: string,
  ): Promise<void> {
    orProblem(await this.commands.execute(new RemoveWebhook(caller, id)));
  }

  @Post(':webhookId/secret')
  @HttpCode(200)
  @KeepsNoAnswer()
  @Allow('webhooks:manage')
  @ApiOperation({
    operationId: 'rotateWebhookSecret',
    summary: 'Take a new secret; the one before signs too for a day',
  })
  @ApiOkResponse({ standardSchema: RotatedSecretSchema })
  @NotFound()
  rotate(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', { schema: z.uuid() }) id: string,
  ): Promise<RotatedSecret> {
    return this.desk.rotate(caller, id);
  }

  @Post(':webhookId/test')
  @HttpCode(200)
  @Allow('webhooks:manage')
  @ApiOperation({ operationId: 'testWebhook', summary: 'Send a test event now, and say what came of it' })
  @ApiOkResponse({ standardSchema: WebhookTestSchema })
  @NotFound()
  test(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', { schema: z.uuid() }) id: string,
  ): Promise<WebhookTest> {
    return this.desk.test(caller, id);
  }

  @Get(':webhookId/deliveries')
  @Allow('webhooks:manage')
  @ApiOperation({
    operationId: 'listWebhookDeliveries',
    summary: 'What was and will be sent, the newest first; state=dead lists the dead letters',
  })
  @ApiOkResponse({ standardSchema: DeliveryPageSchema })
  @NotFound()
  async deliveries(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', { schema: z.uuid() }) id: string,
    @Query({ schema: DeliveryQuerySchema }) search: z.infer<typeof DeliveryQuerySchema>,
  ): Promise<z.infer<typeof DeliveryPageSchema>> {
    return orProblem(await this.queries.execute(new ListDeliveries(caller, id, search)));
  }

  @Post(':webhookId/replay')
  @HttpCode(200)
  @Allow('webhooks:manage')
  @ApiOperation({
    operationId: 'replayWebhook',
    summary: 'Send dead letters again, up to a thousand, the oldest first',
  })
  @ApiOkResponse({ standardSchema: ReplaySchema })
  @NotFound()
  @ApiConflictResponse({ description: 'It is switched off.', standardSchema: ProblemSchema })
  replay(
    @CurrentCaller() caller: Caller,
    @Param('webhookId', { schema: z.uuid() }) id: string,
  ): Promise<z.infer<typeof ReplaySchema>> {
    return this.desk.replay(caller, id);
  }
}
