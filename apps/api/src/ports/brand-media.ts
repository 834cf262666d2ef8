import type { PageVideo } from '@keyholder/domain/branding/brand-page';
import type { Locale } from '@keyholder/domain/branding/locale';

/** Port: the introduction videos that come with the product, as pages name them. */
export abstract class BuiltInVideos {
  abstract readonly introductions: Readonly<Partial<Record<Locale, PageVideo>>>;
}
