/** What the contact said to being texted about alarms at this site. */
export const AGREEMENT_STATES = ['none', 'confirmed', 'declined'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** Why a contact declined: this is not the person meant, or the person does not want it. */
export const DECLINE_REASONS = ['wrong_person', 'not_wanted'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export type ConfirmedBy = 'page' | 'reply';

export interface Agreement {
  readonly state: AgreementState;
  readonly at: Date | null;
  readonly confirmedBy: ConfirmedBy | null;
  readonly declineReason: DeclineReason | null;
}

export const NO_AGREEMENT: Agreement = { state: 'none', at: null, confirmedBy: null, declineReason: null };

/**
 * From which states an agreement may come into each state. Only the contact moves it (page or reply), or a new
 * number or person, which starts it again; no provider event does. A declined contact takes the decline back
 * first (to `none`) and confirms then.
 */
export const AGREEMENT_ALLOWED_FROM: Readonly<Record<AgreementState, readonly AgreementState[]>> = {
  none: ['declined'],
  confirmed: ['none'],
  declined: ['none', 'confirmed'],
};

/** True if an agreement may go from one state to another. */
export const agreementMayBecome = (from: AgreementState, to: AgreementState): boolean =>
  AGREEMENT_ALLOWED_FROM[to].includes(from);
