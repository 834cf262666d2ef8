/** Where one text stands. Provider words are mapped to these in the adapter. */
export const TEXT_STATES = [
  'queued',
  'held',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'failed',
  'uncertain',
  'cancelled',
] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** What a text is for. */
export const TEXT_KINDS = [
  'welcome',
  'reminder',
  'new_link',
  'confirmation',
  'opt_out_notice',
  'help',
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Kinds that invite the contact to the page; the contact's status is computed from these. */
export const INVITING_KINDS: readonly TextKind[] = ['welcome', 'reminder', 'new_link'];

/** The texts that invite the contact to the page, in the order given. */
export const invitationsIn = (texts: readonly TextRecord[]): readonly TextRecord[] =>
  texts.filter((text) => INVITING_KINDS.includes(text.kind));

/** Why a text waits. */
export type HoldReason = 'quiet_hours' | 'queue_stopped';

/**
 * From which states a text may come into each state. A fact moves only forward: a callback that comes late, twice
 * or in the wrong order finds no row in an allowed state and changes nothing.
 *
 * `sending` to `queued` is the one way back: the provider said that it did not process the request (rate limit, or
 * a set-up of ours that stops the whole queue).
 * `failed` to `delivered` is a carrier that corrects itself; `delivered` is final. Every state that a provider
 * reports can follow `sending` and `uncertain`, because a callback may come before the answer to the request, or
 * be the only answer there ever is.
 */
export const ALLOWED_FROM: Readonly<Record<TextState, readonly TextState[]>> = {
  queued: ['held', 'sending'],
  held: ['queued'],
  sending: ['queued'],
  uncertain: ['sending'],
  accepted: ['sending', 'uncertain'],
  sent: ['sending', 'uncertain', 'accepted'],
  failed: ['queued', 'held', 'sending', 'uncertain', 'accepted', 'sent'],
  delivered: ['sending', 'uncertain', 'accepted', 'sent', 'failed'],
  cancelled: ['queued', 'held'],
};

/** True if a text may go from one state to another. */
export const mayBecome = (from: TextState, to: TextState): boolean => ALLOWED_FROM[to].includes(from);

/** The state after something was reported: the reported one where allowed, else unchanged. */
export const after = (current: TextState, reported: TextState): TextState =>
  mayBecome(current, reported) ? reported : current;

/** States in which the provider has not finished with a text; at most one text of a kind per contact is in one. */
export const IN_FLIGHT: readonly TextState[] = ['queued', 'held', 'sending'];

/** Why a text failed; a closed set. The adapter maps every provider code to one of these. */
export const FAILURE_REASONS = [
  'not_textable',
  'not_a_number',
  'landline',
  'unreachable',
  'invalid_number',
  'opted_out',
  'blocked',
  'filtered',
  'country_not_enabled',
  'misconfigured',
  'provider_busy',
  'unknown',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** One text to the contact's present number, as far as the contact's status depends on it. */
export interface TextRecord {
  readonly id: string;
  readonly kind: TextKind;
  readonly state: TextState;
  readonly reason: FailureReason | null;
  /** The provider's own code, for support; never decides anything. */
  readonly providerCode: string | null;
  readonly holdReason: HoldReason | null;
  /** When a text held for quiet hours goes out. */
  readonly holdUntil: Date | null;
  readonly queuedAt: Date;
  /** While it is queued: not handed over before this. */
  readonly dueAt: Date;
  /** Sent again by ourselves after this text provably was not sent; null where somebody asked for it. */
  readonly retryOf: string | null;
  readonly acceptedAt: Date | null;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly failedAt: Date | null;
}
