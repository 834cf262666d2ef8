import type { BrandAsset } from './brand-asset.ts';
import type { BrandDraft } from './brand-draft.ts';
import type { BrandPage } from './brand-page.ts';
import type { PublishedBrand } from './brand-repository.ts';
import type { CompanySender, LinkHostCheck } from './preflight.ts';

/** A brand as it is edited. */
export interface EditedBrand {
  readonly id: string;
  readonly brandKey: string;
  readonly draft: BrandDraft;
  /** Grows with every edit of the draft. */
  readonly draftVersion: number;
  /** Number of the published version; 0 before the first. */
  readonly publishedVersion: number;
  /** Version that a publisher has put where people see it; null before the first. */
  readonly liveVersion: number | null;
  /** Build of the templates that it was rendered with. */
  readonly liveBuild: string | null;
  readonly linkHost: LinkHostCheck;
}

/** A version as it is kept: what was shown and said, and the draft it was made from. */
export interface BrandVersion {
  readonly version: number;
  readonly draft: BrandDraft;
  readonly page: BrandPage;
  readonly texts: PublishedBrand['texts'];
}

/** Who did something, and when. */
interface Deed {
  readonly at: Date;
  /** Name of the person; null for the system. */
  readonly by: string | null;
}

/** Port to what a company edits: drafts, versions, files and senders of its brands. */
export interface BrandDraftRepository {
  /** Adds a brand that nobody sees before it is published; false where another brand, of any company, has the key. */
  add(brand: {
    readonly id: string;
    readonly brandKey: string;
    readonly draft: BrandDraft;
    readonly made: Deed;
  }): Promise<boolean>;
  look(id: string): Promise<EditedBrand | null>;
  /** As {@link look}, locked until the transaction ends, so that two edits take turns. */
  edited(id: string): Promise<EditedBrand | null>;
  saveDraft(
    id: string,
    draft: BrandDraft,
    version: number,
    edit: Deed & { readonly fields: readonly string[] },
  ): Promise<void>;
  /** Who edited the draft after this version, oldest first. */
  editsSince(
    id: string,
    version: number,
  ): Promise<readonly (Deed & { readonly fields: readonly string[] })[]>;
  version(id: string, version: number): Promise<BrandVersion | null>;
  /**
   * Keeps a version and makes it the published one. Dealers whose reminder was the brand's take the new number; those
   * that have set another keep it.
   */
  publish(
    id: string,
    version: BrandVersion,
    published: Deed & { readonly rolledBackTo: number | null },
  ): Promise<void>;
  /** False where another brand has the key. */
  changeKey(id: string, brandKey: string, at: Date): Promise<boolean>;
  saveLinkHost(id: string, check: LinkHostCheck): Promise<void>;
  /** What a publisher has put where people see it. */
  markLive(id: string, version: number, build: string | null, at: Date): Promise<void>;
  /** Gives a dealer another brand; false where there is no such dealer, or the brand was never published. */
  assign(dealerId: string, brandId: string): Promise<boolean>;
  senders(): Promise<readonly CompanySender[]>;
  addAsset(asset: BrandAsset & { readonly name: string }, added: Deed): Promise<void>;
  assets(ids: readonly string[]): Promise<ReadonlyMap<string, BrandAsset>>;
}
