/** What an uploaded file is used for. */
export const ASSET_KINDS = ['logo', 'video', 'captions', 'poster'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** What was measured of a logo after it was cleaned and sized. */
export interface LogoFacts {
  /** Whether its background shows through. */
  readonly transparent: boolean;
  /** WCAG contrast of what is visible of it, against the pages' light and dark background; 1–21. */
  readonly contrastOnLight: number;
  readonly contrastOnDark: number;
  /** Width of what was uploaded, in pixels; null for a drawing, which has any size. */
  readonly sourceWidth: number | null;
}

/** A file that a company uploaded, as it came out of cleaning. It never changes: other content is another asset. */
export interface BrandAsset {
  /** Hash of the content that is shown; unique within the company. */
  readonly id: string;
  readonly kind: AssetKind;
  /** File name below the company's folder; its extension says what it is. */
  readonly file: string;
  readonly bytes: number;
  /** Pixels; null for captions. */
  readonly width: number | null;
  readonly height: number | null;
  /** Of a video. */
  readonly seconds: number | null;
  readonly logo: LogoFacts | null;
  /** JPEG of a logo for contact cards. */
  readonly cardPhoto: string | null;
}

/** Where a company's file is served on the pages' host. */
export const assetAddress = (companyId: string, file: string): string => `/assets/c/${companyId}/${file}`;
