import { isNumberProven } from '../contact/banner.ts';
import type { ContactFacts } from '../contact/contact-facts.ts';
import { sendPermission } from '../phone/line-type.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { IN_FLIGHT, invitationsIn, type FailureReason, type TextRecord } from './text-message.ts';

/** How the dealer says that the person's permission was obtained. */
export const PERMISSIONS = ['spoken', 'written', 'web_form'] as const;
export type Permission = (typeof PERMISSIONS)[number];

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/** Resends: not within this time after the last text. */
export const RESEND_PAUSE_MS = MINUTE;
/** Resends within seven days. */
export const RESENDS_PER_WEEK = 3;

/** Why no text may go to a contact now. */
export type SendRefusal =
  | { readonly code: 'opted_out' }
  | { readonly code: 'declined' }
  | { readonly code: 'already_confirmed' }
  | { readonly code: 'in_flight' }
  /** The last text's outcome is unknown; the dealer must insist, knowing that it may arrive twice. */
  | { readonly code: 'outcome_unknown' }
  | { readonly code: 'too_soon'; readonly retryAt: Date }
  | { readonly code: 'too_many'; readonly retryAt: Date };

/** Failures by our own line check: no text was spent. */
const UNSPENT = ['not_textable', 'not_a_number'] as const satisfies readonly FailureReason[];
export type UnspentReason = (typeof UNSPENT)[number];

export const SEND_DECISIONS = ['hand_over', 'record_not_textable', 'record_not_a_number'] as const;
/**
 * `hand_over`: queue it. The others spend no text and record it as failed: most likely a landline, or a number that
 * nobody has.
 */
export type SendDecision = (typeof SEND_DECISIONS)[number];

/** Why a text that is not handed over failed. */
export const UNSPENT_REASON = {
  record_not_textable: 'not_textable',
  record_not_a_number: 'not_a_number',
} as const satisfies Record<Exclude<SendDecision, 'hand_over'>, UnspentReason>;

/** Texts that cost the person's attention or may have: refusals by our own line check and cancelled ones do not count. */
const attempted = (text: TextRecord): boolean =>
  text.state !== 'cancelled' &&
  !(text.state === 'failed' && UNSPENT.some((reason) => reason === text.reason));

/** Somebody asked for it; what we send again by ourselves was not sent the first time and uses up nobody's resends. */
const askedFor = (text: TextRecord): boolean => text.retryOf === null;

const limits = (attempts: readonly TextRecord[], now: Date): SendRefusal | null => {
  const last = attempts.at(-1);
  if (last === undefined) return null;
  const pauseEnds = last.queuedAt.getTime() + RESEND_PAUSE_MS;
  if (pauseEnds > now.getTime()) return { code: 'too_soon', retryAt: new Date(pauseEnds) };
  const recent = attempts.slice(1).filter((text) => text.queuedAt.getTime() > now.getTime() - WEEK);
  const oldest = recent.at(-RESENDS_PER_WEEK);
  return oldest === undefined
    ? null
    : { code: 'too_many', retryAt: new Date(oldest.queuedAt.getTime() + WEEK) };
};

/**
 * Decides what pressing Send does for a contact (product.md, "What is shown" and "The welcome text").
 *
 * @param insist the dealer sends although the line check says landline, toll-free or UAN, or although the last
 *   text's outcome is unknown and it may arrive twice
 */
export const decideWelcome = (
  facts: ContactFacts,
  insist: boolean,
  now: Date,
): Result<SendDecision, SendRefusal> => {
  if (facts.optOut.state) return err({ code: 'opted_out' });
  if (facts.agreement.state === 'declined') return err({ code: 'declined' });
  if (facts.agreement.state === 'confirmed') return err({ code: 'already_confirmed' });
  const invitations = invitationsIn(facts.texts);
  if (invitations.some((text) => IN_FLIGHT.includes(text.state))) return err({ code: 'in_flight' });
  const attempts = invitations.filter(attempted);
  if (attempts.at(-1)?.state === 'uncertain' && !insist) return err({ code: 'outcome_unknown' });
  const limit = limits(attempts.filter(askedFor), now);
  if (limit !== null) return err(limit);
  const permission = sendPermission(facts.lineCheck);
  // A number that is proven to get texts needs no insisting, whatever the look-up said.
  const overruled = insist || isNumberProven(facts);
  const mayHandOver = permission === 'may_send' || (permission === 'only_if_insisted' && overruled);
  if (mayHandOver) return ok('hand_over');
  return ok(facts.lineCheck.result === 'not_a_number' ? 'record_not_a_number' : 'record_not_textable');
};
