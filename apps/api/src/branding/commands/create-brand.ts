import { randomUUIDv7 } from 'node:crypto';
import { newBrandDraft } from '@keyholder/domain/branding/brand-draft';
import { brandKeyFrom, isBrandKey } from '@keyholder/domain/branding/brand-key';
import { editDraft } from '@keyholder/domain/branding/draft-edit';
import { LOCALES } from '@keyholder/domain/branding/locale';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorOf, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { Settings } from '../../settings.ts';

/** A company begins a brand; nobody sees it before it is published. */
export class CreateBrand extends Command<Result<{ readonly id: string }, Refusal>> {
  constructor(
    readonly caller: CompanyCaller,
    readonly name: string,
    /** First path segment of its pages; null: made of the name. */
    readonly brandKey: string | null,
  ) {
    super();
  }
}

/** What a key may look like, in words. */
export const KEY_ACCEPTED = '2 to 40 of a–z, 0–9 and inner hyphens, no word that the product itself uses';

@CommandHandler(CreateBrand)
export class CreateBrandHandler implements ICommandHandler<CreateBrand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  execute({
    caller,
    name,
    brandKey: wanted,
  }: CreateBrand): Promise<Result<{ readonly id: string }, Refusal>> {
    const blank = newBrandDraft({
      name: '',
      linkOrigin: this.settings.publicUrl.origin,
      languages: LOCALES,
    });
    const draft = editDraft(blank, { name });
    const id = randomUUIDv7();
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<{ id: string }, Refusal>> => {
      if (!draft.ok) return err({ code: 'invalid_fields', errors: draft.error });
      const brandKey = wanted ?? (brandKeyFrom(draft.value.name) || `brand-${id.slice(-8)}`);
      if (!isBrandKey(brandKey)) {
        const message = 'This cannot be an address of pages.';
        return err({
          code: 'invalid_fields',
          errors: [{ field: 'brandKey', code: 'not_a_key', message, accepted: KEY_ACCEPTED }],
        });
      }
      const at = this.clock.now();
      const made = { at, by: caller.name };
      if (!(await store.brandDrafts.add({ id, brandKey, draft: draft.value, made })))
        return err({ code: 'brand_key_taken', brandKey });
      const detail = { brandId: id, brandKey };
      store.audit.add({ actor: actorOf(caller), action: 'brand.created', detail, at });
      return ok({ id });
    });
  }
}
