import type { BrandPage } from '@keyholder/domain/branding/brand-page';

/** Port: writes a brand's static pages, whole or not at all; an older version never replaces a newer one. */
export abstract class PagePublisher {
  abstract publish(brand: BrandPage): Promise<void>;
}
