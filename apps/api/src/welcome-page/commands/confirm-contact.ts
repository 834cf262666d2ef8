import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import type { LinkHolder } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { thankForConfirming } from '../../texts/thank-for-confirming.ts';
import type { Visit } from '../visit.ts';

/** The contact agrees on the page. Confirming twice is confirming once. */
export class ConfirmContact extends Command<Result<void, Refusal>> {
  constructor(
    readonly holder: LinkHolder,
    readonly pageVersion: number,
    readonly language: string,
    readonly visit: Visit,
  ) {
    super();
  }
}

@CommandHandler(ConfirmContact)
export class ConfirmContactHandler implements ICommandHandler<ConfirmContact> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ holder, pageVersion, language, visit }: ConfirmContact): Promise<Result<void, Refusal>> {
    const { contactId, tenant } = holder;
    return this.unitOfWork.run(tenant, async (store): Promise<Result<void, Refusal>> => {
      const at = this.clock.now();
      const contact = await store.contacts.load(contactId);
      if (contact === null) return err({ code: 'not_found', what: 'link' });
      const { agreement, optOut } = contact.facts;
      if (optOut.state) return err({ code: 'opted_out' });
      if (agreement.state === 'declined') return err({ code: 'declined_before' });
      const confirmed = { state: 'confirmed', at, confirmedBy: 'page', declineReason: null } as const;
      if (!(await store.contacts.setAgreement(contactId, confirmed))) return ok(undefined);
      await store.contacts.recordProof(contactId, contact.phone, at);
      const detail = { pageVersion, language, linkId: holder.linkId, ...visit };
      await store.evidence.add({ contactId, dealerId: tenant.dealerId, kind: 'confirmed', at, detail });
      await thankForConfirming(store, tenant.dealerId, contact, at);
      store.events.add({ kind: 'contact.confirmed', contactId, at, detail: { by: 'page' } });
      store.announce({ dealerId: tenant.dealerId, siteId: contact.siteId, contactId });
      return ok(undefined);
    });
  }
}
