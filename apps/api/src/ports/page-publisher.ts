import type { BrandPage } from '@keyholder/domain/branding/brand-page';

/** Port: writes a brand's static pages, whole or not at all; an older version never replaces a newer one. */
export abstract class PagePublisher {
  /** Build of the templates: what was published by another is stale. */
  abstract readonly build: string;
  /** @param formerKeys keys that the brand had before: its pages stand there as well */
  abstract publish(page: BrandPage, formerKeys: readonly string[]): Promise<void>;
}
