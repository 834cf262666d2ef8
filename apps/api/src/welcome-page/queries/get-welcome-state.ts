import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { firstNameOf } from '@keyholder/domain/contact/contact-details';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import type { LinkHolder } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { WelcomeState } from '../welcome-page.schemas.ts';

/** What the welcome page shows to the holder of a link. */
export class GetWelcomeState extends Query<Result<WelcomeState, Refusal>> {
  constructor(readonly holder: LinkHolder) {
    super();
  }
}

@QueryHandler(GetWelcomeState)
export class GetWelcomeStateHandler implements IQueryHandler<GetWelcomeState> {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ holder }: GetWelcomeState): Promise<Result<WelcomeState, Refusal>> {
    const { contactId, tenant } = holder;
    return this.unitOfWork.run(tenant, async (store): Promise<Result<WelcomeState, Refusal>> => {
      const contact = await store.contacts.load(contactId);
      const site = contact === null ? null : await store.sites.load(contact.siteId);
      if (contact === null || site === null) return err({ code: 'not_found', what: 'link' });
      const { brand } = await store.brands.ofDealer(tenant.dealerId);
      const { agreement, optOut, watchedPercent } = contact.facts;
      const agreed = { none: 'ready', confirmed: 'confirmed', declined: 'declined' } as const;
      return ok({
        state: optOut.state ? 'opted_out' : agreed[agreement.state],
        firstName: firstNameOf(contact.name),
        siteLabel: site.contactLabel,
        language: contact.language ?? site.language ?? brand.language,
        watchedPercent,
        confirmedAt: agreement.state === 'confirmed' ? (agreement.at?.toISOString() ?? null) : null,
        declineReason: agreement.declineReason,
      });
    });
  }
}
