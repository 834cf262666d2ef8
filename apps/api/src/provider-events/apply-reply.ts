import { isCarrierKeyword, readReply, replyWarning } from '@keyholder/domain/consent/reply-keywords';
import type { StoredContact } from '@keyholder/domain/contact/contact-repository';
import { decideWelcome } from '@keyholder/domain/welcome/send-welcome';
import type { PublishedBrand } from '@keyholder/domain/branding/brand-repository';
import type { InboundText } from '../ports/provider-webhooks.ts';
import type { Store } from '../ports/unit-of-work.ts';
import { answerContact } from '../texts/queue-text.ts';
import { thankForConfirming } from '../texts/thank-for-confirming.ts';

/** The contact whose text the sender of a reply last got, and what a YES would mean. */
export interface Recipient {
  readonly brandId: string;
  readonly contactId: string;
  readonly siteId: string;
  readonly dealerId: string;
  /** Whether exactly one contact of the number, this one, is waiting to confirm. */
  readonly onlyOneWaiting: boolean;
  /** Whether this reply opted the number out; saying it again earns no second notice. */
  readonly optedOutNow: boolean;
}

/** STOP and its family, START: for everybody with the number, at every site and dealer of the brand at once. */
const setOptOut = async (
  store: Store,
  brandId: string,
  inbound: InboundText,
  out: boolean,
  at: Date,
): Promise<boolean> => {
  const { from: phone, body: words } = inbound;
  if (!(await store.optOuts.set(brandId, phone, out, 'stop', at))) return false;
  for (const { contactId, siteId, dealerId } of await store.optOuts.contactsWith(brandId, phone)) {
    const detail = { source: 'stop', words };
    await store.evidence.add({ contactId, dealerId, kind: out ? 'opted_out' : 'opted_in', at, detail });
    const kind = out ? 'contact.opted_out' : 'contact.opted_in';
    store.events.add({ kind, contactId, at, detail: { source: 'stop' } });
    store.announce({ dealerId, siteId, contactId });
  }
  return true;
};

const isWaiting = (contact: StoredContact): boolean =>
  contact.facts.agreement.state === 'none' &&
  contact.facts.texts.some((text) => ['sent', 'delivered'].includes(text.state));

/**
 * Applies what a reply means for the whole brand, and finds whom it is for: the contact whose text that person got
 * last from this brand. Null where the brand never texted the number; then there is nobody to tell.
 */
export const applyToBrand = async (
  store: Store,
  brandId: string,
  inbound: InboundText,
  at: Date,
): Promise<Recipient | null> => {
  const meaning = readReply(inbound.body);
  const optedOutNow = meaning === 'stop' && (await setOptOut(store, brandId, inbound, true, at));
  // YES is one of the provider's opt-in keywords: it lets texts through again, so it must here too.
  if (meaning === 'start' || meaning === 'yes') await setOptOut(store, brandId, inbound, false, at);
  const last = await store.texts.lastContactTexted(brandId, inbound.from);
  if (last === null) return null;
  let waiting = 0;
  for (const { contactId } of await store.optOuts.contactsWith(brandId, inbound.from)) {
    const contact = await store.contacts.load(contactId);
    if (contact !== null && isWaiting(contact)) waiting += 1;
  }
  return { ...last, brandId, onlyOneWaiting: waiting === 1, optedOutNow };
};

const confirmByReply = async (
  store: Store,
  dealerId: string,
  contact: StoredContact,
  words: string,
  at: Date,
): Promise<void> => {
  const confirmed = { state: 'confirmed', at, confirmedBy: 'reply', declineReason: null } as const;
  if (!(await store.contacts.setAgreement(contact.id, confirmed))) return;
  await store.contacts.recordProof(contact.id, contact.phone, at);
  await store.evidence.add({
    contactId: contact.id,
    dealerId,
    kind: 'confirmed',
    at,
    detail: { by: 'reply', words },
  });
  store.events.add({ kind: 'contact.confirmed', contactId: contact.id, at, detail: { by: 'reply' } });
  await thankForConfirming(store, dealerId, contact, at);
};

const mayConfirmByReply = (brand: PublishedBrand, recipient: Recipient, contact: StoredContact): boolean =>
  brand.confirmByReply && !brand.page.videoRequired && recipient.onlyOneWaiting && isWaiting(contact);

/** YES confirms where the brand allows it and it can mean only one contact; otherwise the link is sent again. */
const applyYes = async (
  store: Store,
  recipient: Recipient,
  contact: StoredContact,
  words: string,
  at: Date,
): Promise<void> => {
  const { brand } = await store.brands.ofDealer(recipient.dealerId);
  if (mayConfirmByReply(brand, recipient, contact)) {
    await confirmByReply(store, recipient.dealerId, contact, words, at);
    return;
  }
  const decision = decideWelcome(contact.facts, true, at);
  if (decision.ok && decision.value === 'hand_over')
    await answerContact(store, recipient.dealerId, contact, 'new_link', at);
};

/** Keeps a reply on its contact's timeline, once, and does what it asks. */
export const applyReply = async (
  store: Store,
  recipient: Recipient,
  inbound: InboundText,
  at: Date,
): Promise<void> => {
  const { contactId, siteId, dealerId } = recipient;
  const { from: phone, body, providerId } = inbound;
  const meaning = readReply(body);
  const warning = meaning === 'words' ? replyWarning(body) : null;
  if (!(await store.replies.add({ contactId, dealerId, phone, body, meaning, warning, providerId, at })))
    return;
  await store.evidence.add({ contactId, dealerId, kind: 'reply', at, detail: { words: body, meaning } });
  store.events.add({ kind: 'contact.replied', contactId, at, detail: { meaning, warning } });
  store.announce({ dealerId, siteId, contactId });
  const contact = await store.contacts.load(contactId);
  if (contact === null || contact.phone !== phone) return;
  const { brand } = await store.brands.ofDealer(dealerId);
  const answered = brand.providerAnswersKeywords && isCarrierKeyword(body);
  if (meaning === 'yes') await applyYes(store, recipient, contact, body, at);
  if (meaning === 'help' && !answered) await answerContact(store, dealerId, contact, 'help', at);
  if (recipient.optedOutNow && !answered) await answerContact(store, dealerId, contact, 'opt_out_notice', at);
};
