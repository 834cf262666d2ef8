import { textMayChangeStanding } from '@keyholder/domain/site/next-action';
import type { StoredText } from '@keyholder/domain/welcome/text-repository';
import { bounceOf, type TextReport } from '@keyholder/domain/welcome/text-report';
import type { Store } from '../ports/unit-of-work.ts';
import { announceText } from './announce-text.ts';
import { applyRemedy } from './apply-remedy.ts';

/** What became of a text, for other software. */
const noteText = (
  store: Store,
  { id: textId, kind, contactId }: StoredText,
  { state, reason }: TextReport,
  at: Date,
): void => {
  const text = { textId, kind };
  if (state === 'delivered') store.events.add({ kind: 'text.delivered', contactId, at, detail: text });
  if (state === 'failed')
    store.events.add({ kind: 'text.failed', contactId, at, detail: { ...text, reason } });
};

/**
 * Applies what the provider says about a text, with what it says about the number. Moves forward only: a report that
 * comes late, twice or out of order changes nothing.
 */
export const applyReport = async (
  store: Store,
  text: StoredText,
  report: TextReport,
  at: Date,
): Promise<void> => {
  const { state, reason, providerCode, remedy } = report;
  const failed = state === 'failed' ? { reason, providerCode } : {};
  const cameFrom = await store.texts.move(text.id, state, { at, ...failed });
  if (cameFrom === null) return;
  announceText(store, text, { overviewStays: !textMayChangeStanding(text.kind, cameFrom, state) });
  noteText(store, text, report, at);
  if (state === 'delivered') {
    await store.contacts.recordProof(text.contactId, text.phone, at);
    // A carrier that corrects itself: nothing is to be sent again.
    await store.texts.cancelRetryOf(text.id, at);
  }
  if (remedy !== null) await applyRemedy(store, text, remedy, providerCode, at);
  const bounce = bounceOf(reason);
  if (bounce !== null) {
    await store.contacts.recordBounce(text.contactId, text.phone, { at, kind: bounce });
    // Whatever the look-up said, it has grown old with this.
    await store.lineChecks.recheckAt(text.phone, at);
  }
  if (reason === 'opted_out' && (await store.optOuts.set(text.brandId, text.phone, true, 'provider', at))) {
    const { contactId } = text;
    for (const other of await store.optOuts.contactsWith(text.brandId, text.phone)) {
      const detail = { source: 'provider' };
      store.events.add({ kind: 'contact.opted_out', contactId: other.contactId, at, detail });
    }
    if (store.tenant.dealerId !== null) {
      const detail = { source: 'provider', providerCode };
      await store.evidence.add({ contactId, dealerId: store.tenant.dealerId, kind: 'opted_out', at, detail });
    }
  }
};
