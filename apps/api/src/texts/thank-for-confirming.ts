import type { StoredContact } from '@keyholder/domain/contact/contact-repository';
import type { Store } from '../ports/unit-of-work.ts';
import { answerContact } from './queue-text.ts';

/** The one text after confirming, where the brand sends it. */
export const thankForConfirming = async (
  store: Store,
  dealerId: string,
  contact: StoredContact,
  at: Date,
): Promise<void> => {
  const { brand } = await store.brands.ofDealer(dealerId);
  if (brand.confirmationText) await answerContact(store, dealerId, contact, 'confirmation', at);
};
