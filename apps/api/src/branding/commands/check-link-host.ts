import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { LinkHosts } from '../../ports/link-hosts.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** Asks the host of a brand's links whether it leads here, and keeps the answer. */
export class CheckLinkHost extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: CompanyCaller,
    readonly brandId: string,
  ) {
    super();
  }
}

@CommandHandler(CheckLinkHost)
export class CheckLinkHostHandler implements ICommandHandler<CheckLinkHost> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hosts: LinkHosts,
    private readonly clock: Clock,
  ) {}

  async execute({ caller, brandId }: CheckLinkHost): Promise<Result<void, Refusal>> {
    const brand = await this.unitOfWork.run(caller.tenant, (store) => store.brandDrafts.look(brandId));
    if (brand === null) return err({ code: 'not_found', what: 'brand' });
    const { linkOrigin } = brand.draft;
    // Asked while no transaction is open.
    const check = await this.hosts.check(linkOrigin, this.clock.now());
    return this.unitOfWork.run(caller.tenant, async (store) => {
      const now = await store.brandDrafts.edited(brandId);
      if (now?.draft.linkOrigin === linkOrigin) await store.brandDrafts.saveLinkHost(brandId, check);
      return ok(undefined);
    });
  }
}
