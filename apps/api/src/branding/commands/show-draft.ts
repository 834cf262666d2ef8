import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { DraftsOnShow } from '../../ports/drafts-on-show.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { Uploads } from '../../ports/uploads.ts';
import { BrandFacts } from '../brand-facts.ts';

/** How long an address of a draft can be used. */
const TICKET_MS = 30 * 60_000;

/** Gives an address at which a draft can be looked at for a while. */
export class ShowDraft extends Command<
  Result<{ readonly address: string; readonly expiresAt: Date }, Refusal>
> {
  constructor(
    readonly caller: CompanyCaller,
    readonly brandId: string,
  ) {
    super();
  }
}

@CommandHandler(ShowDraft)
export class ShowDraftHandler implements ICommandHandler<ShowDraft> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftsOnShow,
    private readonly facts: BrandFacts,
    private readonly uploads: Uploads,
    private readonly clock: Clock,
  ) {}

  async execute({
    caller,
    brandId,
  }: ShowDraft): Promise<Result<{ readonly address: string; readonly expiresAt: Date }, Refusal>> {
    const page = await this.unitOfWork.run(caller.tenant, async (store) => {
      const brand = await store.brandDrafts.look(brandId);
      if (brand === null) return null;
      return this.facts.compose(store, brand, await this.facts.of(store, brand), 1).page;
    });
    if (page === null) return err({ code: 'not_found', what: 'brand' });
    const expiresAt = new Date(this.clock.now().getTime() + TICKET_MS);
    const { companyId } = caller.tenant;
    const address = this.drafts.address({ companyId, brandId, expiresAt });
    if (address === null) return err({ code: 'no_preview' });
    // What is uploaded later is put there as it comes.
    await this.uploads.place(page);
    return ok({ address, expiresAt });
  }
}
