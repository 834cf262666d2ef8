import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import type { Locale } from '@keyholder/domain/branding/locale';

/** One finished file of a brand's pages. */
export interface RenderedPage {
  /** Absolute path on the pages' host, for example `/riverside/en/index.html`. */
  readonly path: string;
  /** The whole document, UTF-8; its Content-Security-Policy stands in a `<meta>`. */
  readonly html: string;
}

/** How a draft is shown. */
export interface PreviewOptions {
  readonly language: Locale;
  readonly page: 'welcome' | 'privacy';
  /** Path that stands for the brand's folder in the page's own links. */
  readonly base: string;
  /** The scheme to show, whatever the browser prefers; null: as it prefers. */
  readonly scheme: 'light' | 'dark' | null;
}

/**
 * Renders every page of one brand: `/<brandKey>/` in its default language, and `/<brandKey>/<language>/` with
 * `privacy/` below it for each of its languages. Pure: the same brand and build give the same bytes.
 * @throws when the brand holds a value that may not go on a page (address, path, colour, key), or a page fails.
 */
export function renderPages(brand: BrandPage): Promise<readonly RenderedPage[]>;

/**
 * Renders one page as {@link renderPages} does, for looking at: with a banner, and a script that plays the API, so that
 * nothing is sent. `?state=` of its address chooses what is played (`PREVIEW_STATES` of the domain).
 */
export function renderPreview(brand: BrandPage, options: PreviewOptions): Promise<string>;

/** Hash of the templates; pages rendered by another build are stale. */
export const buildId: string;
