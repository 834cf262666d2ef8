import type { PublishedBrand } from '@keyholder/domain/branding/brand-repository';
import type { StoredContact } from '@keyholder/domain/contact/contact-repository';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { composeText, type ComposedText } from '@keyholder/domain/welcome/compose-text';
import type { Refusal } from '../ports/refusal.ts';
import type { Store } from '../ports/unit-of-work.ts';

/** A contact with everything that its welcome text is made of. */
export interface WelcomeDraft {
  readonly contact: StoredContact;
  readonly brand: PublishedBrand;
  readonly text: ComposedText;
}

/** Composes the welcome text for a contact of the tenant. */
export const composeWelcome = async (
  store: Store,
  dealerId: string,
  contactId: string,
): Promise<Result<WelcomeDraft, Refusal>> => {
  const contact = await store.contacts.load(contactId);
  const site = contact === null ? null : await store.sites.load(contact.siteId);
  if (contact === null || site === null) return err({ code: 'not_found', what: 'contact' });
  const { brand, dealerName } = await store.brands.findOfDealer(dealerId);
  if (brand === null) return err({ code: 'brand_unpublished' });
  const text = composeText('welcome', brand, { contact, site, dealerName });
  return text.ok
    ? ok({ contact, brand, text: text.value })
    : err({ code: 'text_too_long', segments: text.error });
};
