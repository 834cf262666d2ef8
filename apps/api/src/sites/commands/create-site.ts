import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { checkSite, type SiteDetails, type SiteInput } from '@keyholder/domain/site/site-details';
import { doerOf, type Caller, type Doer } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';

/** Adds a site in the transaction at hand. */
export const createSiteIn = async (
  store: Store,
  { tenant, actor }: Doer,
  details: SiteDetails,
  at: Date,
): Promise<Result<{ readonly id: string }, Refusal>> => {
  const id = randomUUIDv7();
  if (!(await store.sites.add({ id, details, at }))) {
    return err({ code: 'account_number_taken', accountNumber: details.accountNumber });
  }
  store.audit.add({ actor, action: 'site.created', siteId: id, at });
  store.announce({ dealerId: tenant.dealerId, siteId: id, contactId: null });
  return ok({ id });
};

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
    const at = this.clock.now();
    return this.unitOfWork.run(caller.tenant, (store) =>
      createSiteIn(store, doerOf(caller), details.value, at),
    );
  }
}
