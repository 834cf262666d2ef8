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
import { AllowCompany, CurrentCompanyCaller } from '../http/access.ts';
import { KeepsNoAnswer } from '../http/idempotency.interceptor.ts';
import { ProblemSchema } from '../http/problem.schemas.ts';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { CompanyCaller } from '../ports/caller.ts';
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

@ApiTags('Company')
@Controller('api/v1/company/webhooks')
export class CompanyWebhooksController {
  constructor(
    private readonly desk: WebhookDesk,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @AllowCompany('company_webhooks:manage')
  @ApiOperation({
    operationId: 'listCompanyWebhooks',
    summary: 'Endpoints that events of all of the company’s dealers are sent to',
  })
  @ApiOkResponse({ standardSchema: WebhooksSchema })
  list(@CurrentCompanyCaller() caller: CompanyCaller): Promise<z.infer<typeof WebhooksSchema>> {
    return this.desk.list(caller);
  }

  @Post()
  @KeepsNoAnswer()
  @AllowCompany('company_webhooks:manage')
  @ApiOperation({
    operationId: 'createCompanyWebhook',
    summary: 'Have events of all of the company’s dealers sent to an address',
    description:
      'Events are signed as Standard Webhooks says (standardwebhooks.com). The answer holds the secret; nothing else ever shows it again. No Idempotency-Key is taken. An event counts as taken with 2xx; else it is tried again, ever more seldom, for three days. It may come more than once and in any order: webhook-id is the same each time.',
  })
  @ApiCreatedResponse({ standardSchema: CreatedWebhookSchema })
  @ApiUnprocessableEntityResponse({
    description: 'Some fields cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  create(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Body({ schema: NewWebhookSchema }) body: z.infer<typeof NewWebhookSchema>,
  ): Promise<CreatedWebhook> {
    return this.desk.create(caller, body);
  }

  @Patch(':companyWebhookId')
  @AllowCompany('company_webhooks:manage')
  @ApiOperation({ operationId: 'changeCompanyWebhook', summary: 'Change a webhook, or switch it off or on' })
  @ApiOkResponse({ standardSchema: WebhooksSchema.shape.items.element })
  @NotFound()
  @ApiUnprocessableEntityResponse({
    description: 'Some fields cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  change(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('companyWebhookId', { schema: z.uuid() }) id: string,
    @Body({ schema: WebhookChangeSchema }) body: WebhookChange,
  ): Promise<WebhookView> {
    return this.desk.change(caller, id, body);
  }

  @Delete(':companyWebhookId')
  @HttpCode(204)
  @AllowCompany('company_webhooks:manage')
  @ApiOperation({
    operationId: 'removeCompanyWebhook',
    summary: 'Remove a webhook, with everything that was on its way to it',
  })
  @ApiNoContentResponse({ description: 'Nothing is sent any more.' })
  @NotFound()
  async remove(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('companyWebhookId', { schema: z.uuid() }) id: string,
  ): Promise<void> {
    orProblem(await this.commands.execute(new RemoveWebhook(caller, id)));
  }

  @Post(':companyWebhookId/secret')
  @HttpCode(200)
  @KeepsNoAnswer()
  @AllowCompany('company_webhooks:manage')
  @ApiOperation({
    operationId: 'rotateCompanyWebhookSecret',
    summary: 'Take a new secret; the one before signs too for a day',
  })
  @ApiOkResponse({ standardSchema: RotatedSecretSchema })
  @NotFound()
  rotate(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('companyWebhookId', { schema: z.uuid() }) id: string,
  ): Promise<RotatedSecret> {
    return this.desk.rotate(caller, id);
  }

  @Post(':companyWebhookId/test')
  @HttpCode(200)
  @AllowCompany('company_webhooks:manage')
  @ApiOperation({
    operationId: 'testCompanyWebhook',
    summary: 'Send a test event now, and say what came of it',
  })
  @ApiOkResponse({ standardSchema: WebhookTestSchema })
  @NotFound()
  test(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('companyWebhookId', { schema: z.uuid() }) id: string,
  ): Promise<WebhookTest> {
    return this.desk.test(caller, id);
  }

  @Get(':companyWebhookId/deliveries')
  @AllowCompany('company_webhooks:manage')
  @ApiOperation({
    operationId: 'listCompanyWebhookDeliveries',
    summary: 'What was and will be sent, the newest first; state=dead lists the dead letters',
  })
  @ApiOkResponse({ standardSchema: DeliveryPageSchema })
  @NotFound()
  async deliveries(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('companyWebhookId', { schema: z.uuid() }) id: string,
    @Query({ schema: DeliveryQuerySchema }) search: z.infer<typeof DeliveryQuerySchema>,
  ): Promise<z.infer<typeof DeliveryPageSchema>> {
    return orProblem(await this.queries.execute(new ListDeliveries(caller, id, search)));
  }

  @Post(':companyWebhookId/replay')
  @HttpCode(200)
  @AllowCompany('company_webhooks:manage')
  @ApiOperation({
    operationId: 'replayCompanyWebhook',
    summary: 'Send dead letters again, up to a thousand, the oldest first',
  })
  @ApiOkResponse({ standardSchema: ReplaySchema })
  @NotFound()
  @ApiConflictResponse({ description: 'It is switched off.', standardSchema: ProblemSchema })
  replay(
    @CurrentCompanyCaller() caller: CompanyCaller,
    @Param('companyWebhookId', { schema: z.uuid() }) id: string,
  ): Promise<z.infer<typeof ReplaySchema>> {
    return this.desk.replay(caller, id);
  }
}
