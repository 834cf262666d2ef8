import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ALL_EVENT_KINDS, EVENT_KINDS } from '@keyholder/domain/events/contact-event';
import { deliveryCauseIn } from '@keyholder/domain/events/delivery-cause';
import { READER_WORDS } from '@keyholder/domain/words/reader-language';
import type { z } from 'zod';
import { orProblem } from '../http/refusal-to-problem.ts';
import type { Caller, CompanyCaller } from '../ports/caller.ts';
import { ChangeWebhook } from './commands/change-webhook.ts';
import { CreateWebhook } from './commands/create-webhook.ts';
import { ReplayDeadLetters } from './commands/replay-dead-letters.ts';
import { RotateWebhookSecret } from './commands/rotate-webhook-secret.ts';
import { TestWebhook } from './commands/test-webhook.ts';
import { ListWebhooks } from './queries/list-webhooks.ts';
import type {
  CreatedWebhook,
  NewWebhookSchema,
  ReplaySchema,
  RotatedSecret,
  WebhookChange,
  WebhooksSchema,
  WebhookTest,
  WebhookView,
} from './webhooks.schemas.ts';

type Owner = Caller | CompanyCaller;

/** What the routes of dealers and those of companies have in common. */
@Injectable()
export class WebhookDesk {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  async list(owner: Owner): Promise<z.infer<typeof WebhooksSchema>> {
    return {
      items: await this.queries.execute(new ListWebhooks(owner)),
      kinds: ALL_EVENT_KINDS.map((kind) => ({ kind, description: EVENT_KINDS[kind] })),
    };
  }

  async create(owner: Owner, body: z.infer<typeof NewWebhookSchema>): Promise<CreatedWebhook> {
    const { id, secret } = orProblem(await this.commands.execute(new CreateWebhook(owner, body)));
    return { id, secret, webhook: await this.one(owner, id) };
  }

  async change(owner: Owner, id: string, change: WebhookChange): Promise<WebhookView> {
    orProblem(await this.commands.execute(new ChangeWebhook(owner, id, change)));
    return this.one(owner, id);
  }

  async rotate(owner: Owner, id: string): Promise<RotatedSecret> {
    const { secret, overlapUntil } = orProblem(
      await this.commands.execute(new RotateWebhookSecret(owner, id)),
    );
    return { secret, overlapUntil: overlapUntil.toISOString() };
  }

  async test(owner: Owner, id: string): Promise<WebhookTest> {
    const outcome = orProblem(await this.commands.execute(new TestWebhook(owner, id)));
    return {
      taken: outcome.kind === 'taken',
      status: outcome.status,
      cause:
        outcome.kind === 'failed'
          ? deliveryCauseIn(outcome.cause, outcome.status, READER_WORDS[owner.language].deliveryCauses)
          : null,
    };
  }

  async replay(owner: Owner, id: string): Promise<z.infer<typeof ReplaySchema>> {
    return { replayed: orProblem(await this.commands.execute(new ReplayDeadLetters(owner, id))) };
  }

  private async one(owner: Owner, id: string): Promise<WebhookView> {
    const webhook = (await this.queries.execute(new ListWebhooks(owner))).find((one) => one.id === id);
    if (webhook === undefined) throw new Error('A webhook that was just written is not there.');
    return webhook;
  }
}
