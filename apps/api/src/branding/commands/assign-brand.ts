import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorOf, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer's texts and pages carry another brand from now on. */
export class AssignBrand extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: CompanyCaller,
    readonly dealerId: string,
    readonly brandId: string,
  ) {
    super();
  }
}

@CommandHandler(AssignBrand)
export class AssignBrandHandler implements ICommandHandler<AssignBrand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, dealerId, brandId }: AssignBrand): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const brand = await store.brandDrafts.edited(brandId);
      if (brand === null) return err({ code: 'not_found', what: 'brand' });
      if (brand.publishedVersion === 0) return err({ code: 'never_published' });
      if (!(await store.brandDrafts.assign(dealerId, brandId)))
        return err({ code: 'not_found', what: 'dealer' });
      const detail = { brandId };
      const at = this.clock.now();
      store.audit.add({ actor: actorOf(caller), action: 'dealer.brand_changed', dealerId, detail, at });
      return ok(undefined);
    });
  }
}
