import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { Clock } from '../../ports/clock.ts';
import { PagePublisher } from '../../ports/page-publisher.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** Renders the published version of a brand to files. */
export class PublishBrand extends Command<void> {
  constructor(
    readonly tenant: Tenant,
    readonly brandId: string,
    /** Leaves pages alone that are those of the published version and of this build. */
    readonly options: { readonly onlyIfStale?: boolean } = {},
  ) {
    super();
  }
}

@CommandHandler(PublishBrand)
export class PublishBrandHandler implements ICommandHandler<PublishBrand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publisher: PagePublisher,
    private readonly clock: Clock,
  ) {}

  async execute({ tenant, brandId, options }: PublishBrand): Promise<void> {
    const { brand, live } = await this.unitOfWork.run(tenant, async (store) => ({
      brand: await store.brands.byId(brandId),
      live: await store.brandDrafts.look(brandId),
    }));
    if (brand === null) return;
    const isFresh = live?.liveVersion === brand.version && live.liveBuild === this.publisher.build;
    if (options.onlyIfStale === true && isFresh) return;
    await this.publisher.publish(brand.page, brand.formerKeys);
    await this.unitOfWork.run(tenant, (store) =>
      store.brandDrafts.markLive(brandId, brand.version, this.publisher.build, this.clock.now()),
    );
  }
}
