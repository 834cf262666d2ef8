import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock } from '../../ports/clock.ts';
import { DraftsOnShow, type DraftView } from '../../ports/drafts-on-show.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { BrandFacts } from '../brand-facts.ts';

/** A draft's page, for whoever has its address; null where the address has ended or never was. */
export class GetDraftPage extends Query<string | null> {
  constructor(
    readonly token: string,
    readonly view: DraftView,
  ) {
    super();
  }
}

@QueryHandler(GetDraftPage)
export class GetDraftPageHandler implements IQueryHandler<GetDraftPage> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftsOnShow,
    private readonly facts: BrandFacts,
    private readonly clock: Clock,
  ) {}

  async execute({ token, view }: GetDraftPage): Promise<string | null> {
    const ticket = this.drafts.read(token, this.clock.now());
    if (ticket === null) return null;
    const tenant = { companyId: ticket.companyId, dealerId: null };
    const page = await this.unitOfWork.run(tenant, async (store) => {
      const brand = await store.brandDrafts.look(ticket.brandId);
      if (brand === null) return null;
      const known = await this.facts.of(store, brand);
      return this.facts.compose(store, brand, known, brand.publishedVersion + 1).page;
    });
    if (page === null) return null;
    const language = page.words[view.language] === undefined ? page.defaultLanguage : view.language;
    return this.drafts.render(page, token, { ...view, language });
  }
}
