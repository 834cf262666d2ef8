import { Body, Controller, ForbiddenException, Headers, HttpCode, Post, Query, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AllowProvider } from '../http/access.ts';
import { ProviderWebhooks, type WebhookFields } from '../ports/provider-webhooks.ts';
import { StoreInboundText } from './commands/store-inbound-text.ts';
import { StoreStatusCallback } from './commands/store-status-callback.ts';

/** Fields come and go without notice; repeated ones arrive as lists and count as one. */
const Fields = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((fields): WebhookFields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? (value[0] ?? '') : value]),
    ),
  );
const Attempt = z.object({ attempt: z.uuid().optional().catch(undefined) });

/** Twilio's calls: verified, stored once, answered at once; a job applies them. */
@ApiExcludeController()
@Controller('webhooks/twilio')
@AllowProvider()
export class ProviderEventsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly webhooks: ProviderWebhooks,
  ) {}

  @Post('status')
  @HttpCode(204)
  async status(
    @Body({ schema: Fields }) fields: WebhookFields,
    @Query({ schema: Attempt }) { attempt }: z.infer<typeof Attempt>,
    @Headers('x-twilio-signature') signature: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    this.verify(signature, request, fields);
    await this.commands.execute(new StoreStatusCallback(attempt ?? null, fields));
  }

  /** An empty 204 is an answer that texts nothing back. */
  @Post('inbound')
  @HttpCode(204)
  async inbound(
    @Body({ schema: Fields }) fields: WebhookFields,
    @Headers('x-twilio-signature') signature: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    this.verify(signature, request, fields);
    await this.commands.execute(new StoreInboundText(fields));
  }

  private verify(signature: string | undefined, request: FastifyRequest, fields: WebhookFields): void {
    if (signature === undefined || !this.webhooks.isGenuine(signature, request.originalUrl, fields)) {
      throw new ForbiddenException('The signature does not fit.');
    }
  }
}
