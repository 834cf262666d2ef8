import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { PagePublisher } from '../../ports/page-publisher.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** Renders the published version of a brand to files. */
export class PublishBrand extends Command<void> {
  constructor(
    readonly tenant: Tenant,
    readonly brandId: string,
  ) {
    super();
  }
}

@CommandHandler(PublishBrand)
export class PublishBrandHandler implements ICommandHandler<PublishBrand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publisher: PagePublisher,
  ) {}

  async execute({ tenant, brandId }: PublishBrand): Promise<void> {
    const brand = await this.unitOfWork.run(tenant, (store) => store.brands.byId(brandId));
    if (brand !== null) await this.publisher.publish(brand.page);
  }
}
