import { assetsOf } from '@keyholder/domain/branding/brand-draft';
import type { EditedBrand } from '@keyholder/domain/branding/brand-draft-repository';
import { composeVersion, type ComposedVersion } from '@keyholder/domain/branding/compose-version';
import {
  isSameSender,
  preflight,
  type Finding,
  type PreflightFacts,
} from '@keyholder/domain/branding/preflight';
import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { Inject, Injectable } from '@nestjs/common';
import { BuiltInVideos } from '../ports/brand-media.ts';
import type { Store } from '../ports/unit-of-work.ts';
import { Settings } from '../settings.ts';

/** What a draft is judged by and made into. */
@Injectable()
export class BrandFacts {
  constructor(
    private readonly videos: BuiltInVideos,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  /** Everything that is known around a draft. */
  async of(store: Store, brand: EditedBrand): Promise<PreflightFacts> {
    return {
      brandId: brand.id,
      brandKey: brand.brandKey,
      assets: await store.brandDrafts.assets(assetsOf(brand.draft)),
      introductions: this.videos.introductions,
      senders: await store.brandDrafts.senders(),
      ownOrigin: this.settings.publicUrl.origin,
      linkHost: brand.linkHost,
    };
  }

  /** @param reader in which language it is said */
  judge(brand: EditedBrand, facts: PreflightFacts, reader: ReaderLanguage): readonly Finding[] {
    return preflight(brand.draft, facts, reader);
  }

  /** The page and texts of a version with this number. */
  compose(store: Store, brand: EditedBrand, facts: PreflightFacts, version: number): ComposedVersion {
    const { sender } = brand.draft;
    const chosen =
      sender === null ? undefined : facts.senders.find((known) => isSameSender(known.sender, sender));
    return composeVersion(brand.draft, version, {
      companyId: store.tenant.companyId,
      brandKey: brand.brandKey,
      assets: facts.assets,
      introductions: facts.introductions,
      textNumbers: chosen?.numbers ?? [],
    });
  }
}
