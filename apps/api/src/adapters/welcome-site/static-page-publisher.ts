import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { buildId, renderPages } from '@keyholder/welcome';
import { PagePublisher as Port } from '../../ports/page-publisher.ts';
import type { MediaFolder } from '../media/media-folder.ts';
import { PagePublisher } from './page-publisher.ts';

/** Publishes with the render bundle of the welcome app. */
export class StaticPagePublisher extends Port {
  override readonly build = buildId;
  private readonly publisher: PagePublisher;

  constructor(pagesDir: string, media: MediaFolder) {
    super();
    const placeMedia = (page: BrandPage): Promise<void> => media.place(page, pagesDir);
    this.publisher = new PagePublisher({ pagesDir, render: renderPages, buildId, placeMedia });
  }

  override async publish(page: BrandPage, formerKeys: readonly string[]): Promise<void> {
    await this.publisher.publishBrand(page, formerKeys);
  }
}
