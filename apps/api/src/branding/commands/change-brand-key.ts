import { isBrandKey } from '@keyholder/domain/branding/brand-key';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorOf, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { KEY_ACCEPTED } from './create-brand.ts';

/** A brand's pages get another address; links with the earlier one go on working. */
export class ChangeBrandKey extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: CompanyCaller,
    readonly brandId: string,
    readonly brandKey: string,
  ) {
    super();
  }
}

@CommandHandler(ChangeBrandKey)
export class ChangeBrandKeyHandler implements ICommandHandler<ChangeBrandKey> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, brandId, brandKey }: ChangeBrandKey): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const brand = await store.brandDrafts.edited(brandId);
      if (brand === null) return err({ code: 'not_found', what: 'brand' });
      if (!isBrandKey(brandKey)) {
        const message = 'This cannot be an address of pages.';
        const wrong = { field: 'brandKey', code: 'not_a_key', message, accepted: KEY_ACCEPTED };
        return err({ code: 'invalid_fields', errors: [wrong] });
      }
      if (brandKey === brand.brandKey) return ok(undefined);
      const at = this.clock.now();
      if (!(await store.brandDrafts.changeKey(brandId, brandKey, at)))
        return err({ code: 'brand_key_taken', brandKey });
      const detail = { brandId, from: brand.brandKey, to: brandKey };
      store.audit.add({ actor: actorOf(caller), action: 'brand.key_changed', detail, at });
      await store.jobs.add({ name: 'publish-brand', tenant: store.tenant, brandId });
      return ok(undefined);
    });
  }
}
