import { NO_AGREEMENT, type Agreement } from '../../src/contact/agreement.ts';
import type { ContactFacts } from '../../src/contact/contact-facts.ts';
import { NOT_OPTED_OUT, type OptOut } from '../../src/contact/opt-out.ts';
import { UNCHECKED, type LineCheck, type LineType, judgeLineType } from '../../src/phone/line-type.ts';
import type { TextRecord, TextState } from '../../src/welcome/text-message.ts';

/** The moment at which tests look at a contact. */
export const NOW = new Date('2026-03-04T12:00:00Z');

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** So many milliseconds before {@link NOW}. */
export const ago = (milliseconds: number): Date => new Date(NOW.getTime() - milliseconds);
/** So many milliseconds after {@link NOW}. */
export const ahead = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

let texts = 0;

/** A welcome text in a state, queued two hours ago unless told. */
export const text = (state: TextState, more: Partial<TextRecord> = {}): TextRecord => ({
  id: `text-${(texts += 1)}`,
  kind: 'welcome',
  state,
  reason: null,
  providerCode: null,
  holdReason: null,
  holdUntil: null,
  queuedAt: ago(120 * MINUTE),
  dueAt: ago(120 * MINUTE),
  retryOf: null,
  acceptedAt: null,
  sentAt: null,
  deliveredAt: null,
  failedAt: null,
  ...more,
});

/** A contact that was entered and to whom nothing has happened. */
export const contact = (more: Partial<ContactFacts> = {}): ContactFacts => ({
  emergencyContact: true,
  lineCheck: UNCHECKED,
  numberProvenAt: null,
  bounce: null,
  texts: [],
  linksEndAt: null,
  pageOpenedAt: null,
  watchedPercent: 0,
  agreement: NO_AGREEMENT,
  optOut: NOT_OPTED_OUT,
  unreadReplies: 0,
  ...more,
});

export const CONFIRMED: Agreement = {
  state: 'confirmed',
  at: ago(DAY),
  confirmedBy: 'page',
  declineReason: null,
};
export const DECLINED: Agreement = {
  state: 'declined',
  at: ago(DAY),
  confirmedBy: null,
  declineReason: 'not_wanted',
};
export const OPTED_OUT: OptOut = { state: true, by: 'stop', at: ago(DAY) };

/** A look-up that found this type of line. */
export const checkedAs = (lineType: LineType): LineCheck => ({
  result: judgeLineType(lineType),
  lineType,
  carrier: null,
  country: 'US',
  checkedAt: ago(DAY),
});
