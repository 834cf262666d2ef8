import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { checkSite, type SiteInput } from '@keyholder/domain/site/site-details';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer adds a site. */
export class CreateSite extends Command<Result<{ readonly id: string }, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly input: SiteInput,
  ) {
    super();
  }
}

@CommandHandler(CreateSite)
export class CreateSiteHandler implements ICommandHandler<CreateSite> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ caller, input }: CreateSite): Promise<Result<{ readonly id: string }, Refusal>> {
    const details = checkSite(input);
    if (!details.ok) return err({ code: 'invalid_fields', errors: details.error });
    const id = randomUUIDv7();
    const at = this.clock.now();
    return this.unitOfWork.run(caller.tenant, async (store) => {
      if (!(await store.sites.add({ id, details: details.value, at }))) {
        return err({ code: 'account_number_taken', accountNumber: details.value.accountNumber });
      }
      await store.audit.add({ actor: actorOf(caller), action: 'site.created', siteId: id, at });
      store.announce({ dealerId: caller.tenant.dealerId, siteId: id, contactId: null });
      return ok({ id });
    });
  }
}
