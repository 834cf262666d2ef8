import { assetsOf, type BrandDraft } from '@keyholder/domain/branding/brand-draft';
import type { BrandAsset } from '@keyholder/domain/branding/brand-asset';
import { draftChanges, editDraft, type DraftEdit } from '@keyholder/domain/branding/draft-edit';
import { err, ok, type FieldError, type Result } from '@keyholder/domain/shared/result';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { isMet, type Precondition } from '../../ports/precondition.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { refuseStaleDraft } from '../stale-draft.ts';

/** A company edits a brand's draft. */
export class EditDraft extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: CompanyCaller,
    readonly brandId: string,
    readonly precondition: Precondition,
    readonly edit: DraftEdit,
  ) {
    super();
  }
}

/** Files that are not the company's, or of another kind than they are used for. */
const misusedAssets = (draft: BrandDraft, assets: ReadonlyMap<string, BrandAsset>): readonly FieldError[] => {
  const uses: (readonly [field: string, kind: BrandAsset['kind'], id: string | null])[] = [
    ['logoLight', 'logo', draft.logoLight],
    ['logoDark', 'logo', draft.logoDark],
    ...Object.entries(draft.languages).flatMap(([language, { video }]) =>
      video.kind === 'own'
        ? ([
            [`languages.${language}.video.video`, 'video', video.video],
            [`languages.${language}.video.captions`, 'captions', video.captions],
            [`languages.${language}.video.poster`, 'poster', video.poster],
          ] as const)
        : [],
    ),
  ];
  return uses
    .filter(([, kind, id]) => id !== null && assets.get(id)?.kind !== kind)
    .map(([field, kind]) => ({
      field,
      code: 'no_such_file',
      message: 'There is no such file of yours.',
      accepted: `the id of a ${kind} that was uploaded`,
    }));
};

@CommandHandler(EditDraft)
export class EditDraftHandler implements ICommandHandler<EditDraft> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, brandId, precondition, edit }: EditDraft): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const brand = await store.brandDrafts.edited(brandId);
      if (brand === null) return err({ code: 'not_found', what: 'brand' });
      if (!isMet(precondition, brand.draftVersion))
        return err(await refuseStaleDraft(store, brandId, precondition));
      const draft = editDraft(brand.draft, edit);
      if (!draft.ok) return err({ code: 'invalid_fields', errors: draft.error });
      const assets = await store.brandDrafts.assets(assetsOf(draft.value));
      const misused = misusedAssets(draft.value, assets);
      if (misused.length > 0) return err({ code: 'invalid_fields', errors: misused });
      const fields = draftChanges(brand.draft, draft.value);
      if (fields.length === 0) return ok(undefined);
      const made = { at: this.clock.now(), by: caller.name, fields };
      await store.brandDrafts.saveDraft(brandId, draft.value, brand.draftVersion + 1, made);
      if (fields.includes('linkOrigin'))
        await store.brandDrafts.saveLinkHost(brandId, { kind: 'not_checked' });
      return ok(undefined);
    });
  }
}
