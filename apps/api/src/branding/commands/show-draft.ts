import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { DraftsOnShow } from '../../ports/drafts-on-show.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

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
    private readonly clock: Clock,
  ) {}

  async execute({
    caller,
    brandId,
  }: ShowDraft): Promise<Result<{ readonly address: string; readonly expiresAt: Date }, Refusal>> {
    const brand = await this.unitOfWork.run(caller.tenant, (store) => store.brandDrafts.look(brandId));
    if (brand === null) return err({ code: 'not_found', what: 'brand' });
    const expiresAt = new Date(this.clock.now().getTime() + TICKET_MS);
    const { companyId } = caller.tenant;
    const address = this.drafts.address({ companyId, brandId, expiresAt });
    return address === null ? err({ code: 'no_preview' }) : ok({ address, expiresAt });
  }
}
