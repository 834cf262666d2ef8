import type { StoredText } from '@keyholder/domain/welcome/text-repository';
import type { Store } from '../ports/unit-of-work.ts';

/**
 * The provider has the text: keeps its id there, and as evidence the exact words, with the link's place in them. Known
 * by the answer to our request, or where that was lost by a callback or by asking; whichever comes first counts.
 */
export const recordTaken = async (
  store: Store,
  text: StoredText,
  providerId: string,
  at: Date,
): Promise<void> => {
  if (text.providerId === providerId || !(await store.texts.identify(text.id, providerId))) return;
  const { dealerId } = store.tenant;
  if (dealerId === null) return;
  const { id: textId, contactId, kind, body: words, phone: to, brandVersion, language } = text;
  const detail = { textId, kind, words, to, brandVersion, language };
  store.events.add({ kind: 'text.sent', contactId, at, detail: { textId, kind } });
  await store.evidence.add({ contactId, dealerId, kind: 'text_sent', at, detail });
};
