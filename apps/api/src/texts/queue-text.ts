import { randomUUIDv7 } from 'node:crypto';
import type { PublishedBrand } from '@keyholder/domain/branding/brand-repository';
import type { StoredContact } from '@keyholder/domain/contact/contact-repository';
import { composeText, type ComposedText } from '@keyholder/domain/welcome/compose-text';
import type { TextTemplates } from '@keyholder/domain/welcome/default-texts';
import { usualLane, type Lane } from '@keyholder/domain/welcome/lanes';
import type { FailureReason, TextKind } from '@keyholder/domain/welcome/text-message';
import type { Permission } from '@keyholder/domain/welcome/send-welcome';
import type { Store } from '../ports/unit-of-work.ts';
import { wakeHandOver } from './wake-hand-over.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A text for a contact, composed and decided. */
export interface TextRequest {
  readonly kind: TextKind;
  readonly contact: Pick<StoredContact, 'id' | 'siteId' | 'phone'>;
  readonly brand: PublishedBrand;
  readonly text: ComposedText;
  readonly at: Date;
  /** What the dealer stated; null for texts that the contact asked for. */
  readonly permission?: Permission;
  readonly insisted?: boolean;
  readonly requestedBy?: string;
  /** `bulk` for what a program or an import sends; as usual for its kind where it is not said. */
  readonly lane?: Lane;
}

const keep = async (
  store: Store,
  request: TextRequest,
  linkId: string | null,
  failure: FailureReason | null,
): Promise<string> => {
  const { kind, contact, brand, text, at } = request;
  const id = randomUUIDv7();
  await store.texts.add({
    id,
    brandId: brand.id,
    brandVersion: brand.version,
    siteId: contact.siteId,
    contactId: contact.id,
    kind,
    lane: request.lane ?? usualLane(kind),
    phone: contact.phone,
    language: text.language,
    body: text.body,
    linkId,
    sender: brand.sender,
    encoding: text.segments.encoding,
    segments: text.segments.count,
    permission: request.permission ?? null,
    insisted: request.insisted ?? false,
    requestedBy: request.requestedBy ?? null,
    state: failure === null ? 'queued' : 'failed',
    reason: failure,
    at,
  });
  return id;
};

/** Queues a text with the job that hands it over; makes a link where the words carry one. */
export const queueText = async (store: Store, request: TextRequest): Promise<string> => {
  const { contact, brand, text, at } = request;
  const expiresAt = new Date(at.getTime() + brand.linkLifeDays * DAY_MS);
  const link = text.hasLink
    ? await store.links.add({ contactId: contact.id, phone: contact.phone, at, expiresAt })
    : null;
  const textId = await keep(store, request, link?.linkId ?? null, null);
  await wakeHandOver(store, { id: textId, lane: request.lane ?? usualLane(request.kind) });
  return textId;
};

/** Records a text that is not sent, with the reason. */
export const recordUnsentText = async (
  store: Store,
  request: TextRequest,
  reason: FailureReason,
): Promise<string> => {
  const textId = await keep(store, request, null, reason);
  const { kind, contact, at } = request;
  store.events.add({ kind: 'text.failed', contactId: contact.id, at, detail: { textId, kind, reason } });
  return textId;
};

/** Which words each kind of text uses. */
const WORDS_OF = {
  new_link: 'welcome',
  confirmation: 'confirmation',
  opt_out_notice: 'optOutNotice',
  help: 'help',
} as const satisfies Partial<Record<TextKind, keyof TextTemplates>>;

/**
 * Queues a text that answers what the contact did, in the dealer's brand. Nothing where the words would be too long.
 * @param dealerId the contact's dealer
 */
export const answerContact = async (
  store: Store,
  dealerId: string,
  contact: StoredContact,
  kind: keyof typeof WORDS_OF,
  at: Date,
): Promise<void> => {
  const site = await store.sites.load(contact.siteId);
  if (site === null) return;
  const { brand, dealerName } = await store.brands.ofDealer(dealerId);
  const text = composeText(WORDS_OF[kind], brand, { contact, site, dealerName });
  if (text.ok) await queueText(store, { kind, contact, brand, text: text.value, at });
};
