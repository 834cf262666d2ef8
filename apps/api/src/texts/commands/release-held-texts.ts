import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { Clock } from '../../ports/clock.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { releaseTexts } from '../release-texts.ts';

/** How many are released in one transaction. */
const AT_ONCE = 200;

/** Puts texts back into the queue that were kept back while the brand's queue was stopped. */
export class ReleaseHeldTexts extends Command<void> {
  /** @param tenant the company as a whole: all its dealers may use the brand */
  constructor(
    readonly tenant: Tenant,
    readonly brandId: string,
  ) {
    super();
  }
}

@CommandHandler(ReleaseHeldTexts)
export class ReleaseHeldTextsHandler implements ICommandHandler<ReleaseHeldTexts> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ tenant, brandId }: ReleaseHeldTexts): Promise<void> {
    return this.unitOfWork.run(tenant, async (store) => {
      const brand = await store.brands.byId(brandId);
      // It may have been stopped again in the meantime.
      if (brand === null || brand.queueStop !== null) return;
      const released = await releaseTexts(store, brandId, { most: AT_ONCE, at: this.clock.now() });
      if (released === AT_ONCE) await store.jobs.add({ name: 'release-held-texts', tenant, brandId });
    });
  }
}
