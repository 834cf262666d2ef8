import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** An admin revokes a key: its next request is refused. */
export class RevokeApiKey extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly apiKeyId: string,
  ) {
    super();
  }
}

@CommandHandler(RevokeApiKey)
export class RevokeApiKeyHandler implements ICommandHandler<RevokeApiKey> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, apiKeyId }: RevokeApiKey): Promise<Result<void, Refusal>> {
    const at = this.clock.now();
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const revoked = await store.apiKeys.revoke(apiKeyId, at);
      if (revoked === null) return err({ code: 'not_found', what: 'API key' });
      const detail = { apiKeyId, name: revoked.name };
      store.audit.add({ actor: actorOf(caller), action: 'api_key.revoked', detail, at });
      return ok(undefined);
    });
  }
}
