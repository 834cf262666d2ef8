import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer archives a site: it and its contacts are hidden, what waits is cancelled, links die. Twice is once. */
export class ArchiveSite extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
  ) {
    super();
  }
}

@CommandHandler(ArchiveSite)
export class ArchiveSiteHandler implements ICommandHandler<ArchiveSite> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, siteId }: ArchiveSite): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const at = this.clock.now();
      const version = await store.sites.archive(siteId, at);
      if (version === null) return ok(undefined);
      await store.texts.cancelWaitingAt(siteId, at);
      await store.links.revokeAllAt(siteId, at);
      const detail = { version };
      store.audit.add({ actor: actorOf(caller), action: 'site.archived', siteId, detail, at });
      store.announce({ dealerId: caller.tenant.dealerId, siteId, contactId: null });
      return ok(undefined);
    });
  }
}
