import type { FailureReason } from './text-message.ts';

/** Who has to act on a failed text: the dealer about the number or with the button, the customer, or the people who run the sender. */
export type FailureAction = 'correct_number' | 'resend' | 'call_customer' | 'ask_support';

/** The one next step for each reason; its words are those of the reader's language. */
export const FAILURE_ACTIONS: Readonly<Record<FailureReason, FailureAction>> = {
  not_textable: 'correct_number',
  not_a_number: 'correct_number',
  landline: 'correct_number',
  unreachable: 'resend',
  invalid_number: 'correct_number',
  opted_out: 'call_customer',
  blocked: 'call_customer',
  filtered: 'ask_support',
  country_not_enabled: 'ask_support',
  misconfigured: 'ask_support',
  provider_busy: 'resend',
  unknown: 'resend',
};
