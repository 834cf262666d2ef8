import type { BrandDraft } from '@keyholder/domain/branding/brand-draft';
import type { EditedBrand } from '@keyholder/domain/branding/brand-draft-repository';
import { draftChanges } from '@keyholder/domain/branding/draft-edit';
import { mayPublish } from '@keyholder/domain/branding/preflight';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorOf, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { isMet, type Precondition } from '../../ports/precondition.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { BrandFacts } from '../brand-facts.ts';
import { refuseStaleDraft } from '../stale-draft.ts';

/** A company publishes what its draft says; the pages follow within a moment. */
export class PublishDraft extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: CompanyCaller,
    readonly brandId: string,
    readonly precondition: Precondition,
  ) {
    super();
  }
}

/** A company publishes an earlier version again; the draft stays as it is. */
export class RollBack extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: CompanyCaller,
    readonly brandId: string,
    readonly version: number,
  ) {
    super();
  }
}

/** Makes a draft the published version: all or nothing, with the job that writes the pages. */
const publish = async (
  { store, facts, caller, at }: { store: Store; facts: BrandFacts; caller: CompanyCaller; at: Date },
  brand: EditedBrand,
  rolledBackTo: number | null,
): Promise<Result<void, Refusal>> => {
  const known = await facts.of(store, brand);
  const findings = facts.judge(brand, known, caller.language);
  if (!mayPublish(findings)) return err({ code: 'preflight_failed', findings });
  const version = brand.publishedVersion + 1;
  const { page, texts } = facts.compose(store, brand, known, version);
  const { id, draft } = brand;
  await store.brandDrafts.publish(id, { version, draft, page, texts }, { at, by: caller.name, rolledBackTo });
  await store.jobs.add({ name: 'publish-brand', tenant: store.tenant, brandId: id });
  const action = rolledBackTo === null ? 'brand.published' : 'brand.rolled_back';
  const detail = { brandId: id, version, ...(rolledBackTo === null ? {} : { rolledBackTo }) };
  store.audit.add({ actor: actorOf(caller), action, detail, at });
  return ok(undefined);
};

/** True where the published version says the same already. */
const isPublished = async (store: Store, { id, publishedVersion }: EditedBrand, draft: BrandDraft) => {
  const published = publishedVersion === 0 ? null : await store.brandDrafts.version(id, publishedVersion);
  return published !== null && draftChanges(published.draft, draft).length === 0;
};

@CommandHandler(PublishDraft)
export class PublishDraftHandler implements ICommandHandler<PublishDraft> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: BrandFacts,
    private readonly clock: Clock,
  ) {}

  execute({ caller, brandId, precondition }: PublishDraft): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const brand = await store.brandDrafts.edited(brandId);
      if (brand === null) return err({ code: 'not_found', what: 'brand' });
      if (!isMet(precondition, brand.draftVersion))
        return err(await refuseStaleDraft(store, brandId, precondition));
      if (await isPublished(store, brand, brand.draft)) return ok(undefined);
      return publish({ store, facts: this.facts, caller, at: this.clock.now() }, brand, null);
    });
  }
}

@CommandHandler(RollBack)
export class RollBackHandler implements ICommandHandler<RollBack> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: BrandFacts,
    private readonly clock: Clock,
  ) {}

  execute({ caller, brandId, version }: RollBack): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const brand = await store.brandDrafts.edited(brandId);
      if (brand === null) return err({ code: 'not_found', what: 'brand' });
      const earlier = await store.brandDrafts.version(brandId, version);
      if (earlier === null) return err({ code: 'not_found', what: 'version' });
      if (await isPublished(store, brand, earlier.draft)) return ok(undefined);
      const again = { ...brand, draft: earlier.draft };
      return publish({ store, facts: this.facts, caller, at: this.clock.now() }, again, version);
    });
  }
}
