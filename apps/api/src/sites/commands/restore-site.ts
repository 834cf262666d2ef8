import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer brings an archived site back with its contacts. Links stay dead. Twice is once. */
export class RestoreSite extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
  ) {
    super();
  }
}

@CommandHandler(RestoreSite)
export class RestoreSiteHandler implements ICommandHandler<RestoreSite> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, siteId }: RestoreSite): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const version = await store.sites.restore(siteId);
      if (version === null) return ok(undefined);
      const detail = { version };
      const at = this.clock.now();
      store.audit.add({ actor: actorOf(caller), action: 'site.restored', siteId, detail, at });
      store.announce({ dealerId: caller.tenant.dealerId, siteId, contactId: null });
      return ok(undefined);
    });
  }
}
