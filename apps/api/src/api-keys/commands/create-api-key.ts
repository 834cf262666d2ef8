import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkApiKey } from '@keyholder/domain/account/api-key-details';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { ApiKeyMaker } from '../../ports/api-key-maker.ts';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { SCOPES } from '../../ports/permissions.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** An admin makes a key to the API. The key itself leaves this process once and is kept nowhere. */
export class CreateApiKey extends Command<Result<{ readonly id: string; readonly key: string }, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly input: {
      readonly name: string;
      readonly scopes: readonly string[];
      readonly expiresAt: Date | null;
    },
  ) {
    super();
  }
}

@CommandHandler(CreateApiKey)
export class CreateApiKeyHandler implements ICommandHandler<CreateApiKey> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly maker: ApiKeyMaker,
    private readonly clock: Clock,
  ) {}

  async execute({
    caller,
    input,
  }: CreateApiKey): Promise<Result<{ readonly id: string; readonly key: string }, Refusal>> {
    const at = this.clock.now();
    const details = checkApiKey(input, SCOPES, at);
    if (!details.ok) return err({ code: 'invalid_fields', errors: details.error });
    const id = randomUUIDv7();
    const { key, prefix, hash } = this.maker.make();
    return this.unitOfWork.run(caller.tenant, async (store) => {
      await store.apiKeys.add({ ...details.value, id, prefix, hash, by: caller.name, at });
      const { name, scopes } = details.value;
      const expiresAt = details.value.expiresAt?.toISOString() ?? null;
      const detail = { apiKeyId: id, name, prefix, scopes, expiresAt };
      store.audit.add({ actor: actorOf(caller), action: 'api_key.created', detail, at });
      return ok({ id, key });
    });
  }
}
