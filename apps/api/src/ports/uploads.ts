import type { AssetKind, BrandAsset } from '@keyholder/domain/branding/brand-asset';
import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import type { Result } from '@keyholder/domain/shared/result';

/** Why a file was not taken. */
export interface UploadRefusal {
  readonly code: 'too_large' | 'not_usable' | 'too_costly' | 'busy';
  /** What is wrong, for whoever sent it. */
  readonly message: string;
}

/** A file on its way in. */
export interface Upload {
  readonly companyId: string;
  readonly kind: AssetKind;
  readonly body: AsyncIterable<Uint8Array>;
  /** Length as the sender declares it; null where it is not said. */
  readonly declaredBytes: number | null;
}

/** Port: takes files in, cleans them and keeps what came out. */
export abstract class Uploads {
  /** Reads no further than the limit. What is kept is never the file that was sent. */
  abstract take(upload: Upload): Promise<Result<BrandAsset, UploadRefusal>>;
  /** Puts the files that a draft's page shows where the previews' host serves them; {@link take} does so with each. */
  abstract place(page: BrandPage): Promise<void>;
  /** The content of a company's file; null where it has none of this name. */
  abstract read(companyId: string, file: string): Promise<Uint8Array | null>;
}
