import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { mergeSite, siteChanges, type SiteEdit } from '@keyholder/domain/site/site-change';
import { checkSite } from '@keyholder/domain/site/site-details';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { isMet, refuseStale, type Precondition } from '../../ports/precondition.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer edits a site's General section. */
export class ChangeSite extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
    readonly precondition: Precondition,
    readonly edit: SiteEdit,
  ) {
    super();
  }
}

@CommandHandler(ChangeSite)
export class ChangeSiteHandler implements ICommandHandler<ChangeSite> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, siteId, precondition, edit }: ChangeSite): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const site = await store.sites.load(siteId);
      if (site === null) return err({ code: 'not_found', what: 'site' });
      const { version } = site;
      if (!isMet(precondition, version)) return err(await refuseStale(store, { siteId }, precondition));
      const details = checkSite(mergeSite(site, edit));
      if (!details.ok) return err({ code: 'invalid_fields', errors: details.error });
      const changes = siteChanges(site, details.value);
      if (changes.length === 0) return ok(undefined);
      const refused = await store.sites.change(siteId, version, details.value);
      if (refused === 'stale') return err(await refuseStale(store, { siteId }, [version]));
      if (refused !== null) return err({ code: refused, accountNumber: details.value.accountNumber });
      const detail = { version: version + 1, changes };
      const at = this.clock.now();
      store.audit.add({ actor: actorOf(caller), action: 'site.changed', siteId, detail, at });
      store.announce({ dealerId: caller.tenant.dealerId, siteId, contactId: null });
      return ok(undefined);
    });
  }
}
