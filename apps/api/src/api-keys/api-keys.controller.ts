import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
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
import { SCOPES } from '../ports/permissions.ts';
import {
  ApiKeysSchema,
  CreatedApiKeySchema,
  NewApiKeySchema,
  type CreatedApiKey,
} from './api-keys.schemas.ts';
import { CreateApiKey } from './commands/create-api-key.ts';
import { RevokeApiKey } from './commands/revoke-api-key.ts';
import { ListApiKeys } from './queries/list-api-keys.ts';

@ApiTags('API keys')
@Controller('api/v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Allow('api_keys:manage')
  @ApiOperation({ operationId: 'listApiKeys', summary: 'Keys of the dealer, with when they were last used' })
  @ApiOkResponse({ standardSchema: ApiKeysSchema })
  async list(@CurrentCaller() caller: Caller): Promise<z.infer<typeof ApiKeysSchema>> {
    return { items: await this.queries.execute(new ListApiKeys(caller)), scopes: [...SCOPES] };
  }

  @Post()
  @KeepsNoAnswer()
  @Allow('api_keys:manage')
  @ApiOperation({
    operationId: 'createApiKey',
    summary: 'Make a key',
    description: 'The answer holds the key; nothing else ever shows it again. No Idempotency-Key is taken.',
  })
  @ApiCreatedResponse({ standardSchema: CreatedApiKeySchema })
  @ApiUnprocessableEntityResponse({
    description: 'Some fields cannot be accepted.',
    standardSchema: ProblemSchema,
  })
  async create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: NewApiKeySchema }) body: z.infer<typeof NewApiKeySchema>,
  ): Promise<CreatedApiKey> {
    const expiresAt = typeof body.expiresAt === 'string' ? new Date(body.expiresAt) : null;
    const { id, key } = orProblem(
      await this.commands.execute(new CreateApiKey(caller, { ...body, expiresAt })),
    );
    const apiKey = (await this.queries.execute(new ListApiKeys(caller))).find((one) => one.id === id);
    if (apiKey === undefined) throw new Error('A key that was just made is not there.');
    return { key, apiKey };
  }

  @Delete(':apiKeyId')
  @HttpCode(204)
  @Allow('api_keys:manage')
  @ApiOperation({ operationId: 'revokeApiKey', summary: 'Revoke a key' })
  @ApiNoContentResponse({ description: 'Its next request is refused.' })
  @ApiNotFoundResponse({ description: 'No such living key of yours.', standardSchema: ProblemSchema })
  async revoke(
    @CurrentCaller() caller: Caller,
    @Param('apiKeyId', { schema: z.uuid() }) apiKeyId: string,
  ): Promise<void> {
    orProblem(await this.commands.execute(new RevokeApiKey(caller, apiKeyId)));
  }
}
