import type { BrandPage } from '@keyholder/domain/branding/brand-page';

/** One finished file of a brand's pages. */
export interface RenderedPage {
  /** Absolute path on the pages' host, for example `/riverside/en/index.html`. */
  readonly path: string;
  /** The whole document, UTF-8; its Content-Security-Policy stands in a `<meta>`. */
  readonly html: string;
}

/** How to render. */
export interface RenderOptions {
  /** Shows a banner and sample names, and the page talks to no server. */
  readonly preview?: boolean;
}

/**
 * Renders every page of one brand: `/<brandKey>/` in its default language and `/<brandKey>/<language>/` for each of
 * its languages. Pure: the same brand and build give the same bytes.
 * @throws when the brand holds a value that may not go on a page (address, path, colour, key), or a page fails.
 */
export function renderPages(brand: BrandPage, options?: RenderOptions): Promise<readonly RenderedPage[]>;

/** Hash of the templates; pages rendered by another build are stale. */
export const buildId: string;
