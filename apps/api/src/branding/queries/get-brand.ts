import { draftChanges } from '@keyholder/domain/branding/draft-edit';
import { linkHostWords } from '@keyholder/domain/branding/preflight';
import { READER_WORDS } from '@keyholder/domain/words/reader-language';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CompanyCaller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { BrandFacts } from '../brand-facts.ts';
import type { BrandView } from '../branding.schemas.ts';

/** A brand as it is edited, with what was found about its draft. */
export class GetBrand extends Query<Result<BrandView, Refusal>> {
  constructor(
    readonly caller: CompanyCaller,
    readonly brandId: string,
  ) {
    super();
  }
}

@QueryHandler(GetBrand)
export class GetBrandHandler implements IQueryHandler<GetBrand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: BrandFacts,
  ) {}

  execute({ caller, brandId }: GetBrand): Promise<Result<BrandView, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<BrandView, Refusal>> => {
      const brand = await store.brandDrafts.look(brandId);
      if (brand === null) return err({ code: 'not_found', what: 'brand' });
      const known = await this.facts.of(store, brand);
      const published =
        brand.publishedVersion === 0
          ? null
          : await store.brandDrafts.version(brandId, brand.publishedVersion);
      const { page } = this.facts.compose(store, brand, known, brand.publishedVersion + 1);
      const { linkHost } = brand;
      return ok({
        id: brand.id,
        brandKey: brand.brandKey,
        version: brand.draftVersion,
        publishedVersion: brand.publishedVersion,
        liveVersion: brand.liveVersion,
        draft: { ...brand.draft, languages: { ...brand.draft.languages } },
        unpublished: published === null ? null : [...draftChanges(published.draft, brand.draft)],
        colours: { light: { ...page.colours.light }, dark: { ...page.colours.dark } },
        assets: [...known.assets.values()].map(({ id, kind, file, bytes, width, height, seconds }) => ({
          id,
          kind,
          file,
          bytes,
          width,
          height,
          seconds,
        })),
        senders: known.senders.map(({ sender, numbers, usedBy }) => ({
          sender,
          numbers: [...numbers],
          usedBy,
        })),
        linkHost: {
          state: linkHost.kind,
          at: linkHost.kind === 'not_checked' ? null : linkHost.at.toISOString(),
          reason:
            linkHost.kind === 'fails'
              ? linkHostWords(linkHost, READER_WORDS[caller.language].preflight)
              : null,
        },
        findings: this.facts.judge(brand, known, caller.language).map((finding) => ({ ...finding })),
      });
    });
  }
}
