import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { StoredContact } from '@keyholder/domain/contact/contact-repository';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { composeText } from '@keyholder/domain/welcome/compose-text';
import type { LinkHolder } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
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
      await this.thank(store, tenant.dealerId, contact, at);
      store.announce({ dealerId: tenant.dealerId, siteId: contact.siteId, contactId });
      return ok(undefined);
    });
  }

  /** The one text after Confirm, where the brand sends it. */
  private async thank(store: Store, dealerId: string, contact: StoredContact, at: Date): Promise<void> {
    const { brand, dealerName } = await store.brands.ofDealer(dealerId);
    const site = await store.sites.load(contact.siteId);
    if (!brand.confirmationText || site === null) return;
    const text = composeText('confirmation', brand, { contact, site, dealerName });
    if (!text.ok) return;
    const textId = randomUUIDv7();
    await store.texts.add({
      id: textId,
      brandId: brand.id,
      brandVersion: brand.version,
      siteId: site.id,
      contactId: contact.id,
      kind: 'confirmation',
      phone: contact.phone,
      language: text.value.language,
      body: text.value.body,
      linkId: null,
      sender: brand.sender,
      encoding: text.value.segments.encoding,
      segments: text.value.segments.count,
      permission: null,
      insisted: false,
      requestedBy: null,
      state: 'queued',
      reason: null,
      at,
    });
    await store.jobs.add({ name: 'hand-over-text', tenant: store.tenant, textId });
  }
}
