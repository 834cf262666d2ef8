import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { buildId, renderPages } from '@keyholder/welcome';
import { PagePublisher as Port } from '../../ports/page-publisher.ts';
import { PagePublisher } from './page-publisher.ts';

/** Publishes with the render bundle of the welcome app. */
export class StaticPagePublisher extends Port {
  private readonly publisher: PagePublisher;

  constructor(pagesDir: string) {
    super();
    this.publisher = new PagePublisher({ pagesDir, render: renderPages, buildId });
  }

  async publish(brand: BrandPage): Promise<void> {
    await this.publisher.publishBrand(brand);
  }
}
