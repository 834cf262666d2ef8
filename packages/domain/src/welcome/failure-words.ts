import type { FailureReason } from './text-message.ts';

/** What a dealer is told about a failed text: why, and the one next step. */
export interface FailureWords {
  /** Continues "Send error: …". */
  readonly why: string;
  /** The one next step. */
  readonly nextStep: string;
  /** Who has to act: the dealer about the number or with the button, the customer, or the people who run the sender. */
  readonly action: 'correct_number' | 'resend' | 'call_customer' | 'ask_support';
}

/** The dealer's words for each reason. The provider's codes never appear here. */
export const FAILURE_WORDS: Readonly<Record<FailureReason, FailureWords>> = {
  not_textable: {
    why: 'most likely a landline',
    nextStep: 'No text was spent. Enter a cell phone number, or ask support if this is a cell phone.',
    action: 'correct_number',
  },
  not_a_number: {
    why: 'the check says that there is no such number',
    nextStep: 'No text was spent. Check the number with the customer and correct it.',
    action: 'correct_number',
  },
  landline: {
    why: 'landline or carrier unreachable',
    nextStep: 'Enter a cell phone number, or ask support if this is a cell phone.',
    action: 'correct_number',
  },
  unreachable: {
    why: 'carrier unreachable – phone off or no service',
    nextStep: 'Send again when the phone is likely to be on.',
    action: 'resend',
  },
  invalid_number: {
    why: 'the number is not valid',
    nextStep: 'Check the number with the customer and correct it.',
    action: 'correct_number',
  },
  opted_out: {
    why: 'this person had opted out when it was sent',
    nextStep: 'Send again once they have come back by texting START; only they can.',
    action: 'call_customer',
  },
  blocked: {
    why: 'blocked by the carrier or the phone',
    nextStep: 'Ask the customer to unblock your number, or ask support.',
    action: 'call_customer',
  },
  filtered: {
    why: 'filtered by the carrier as unwanted',
    nextStep: 'Ask support: the sender or the words of the text need attention.',
    action: 'ask_support',
  },
  country_not_enabled: {
    why: 'texts to this country are not enabled',
    nextStep: 'Ask support to enable the country.',
    action: 'ask_support',
  },
  misconfigured: {
    why: 'messaging is not set up correctly on our side',
    nextStep: 'Nothing is wrong with the number. Ask support; send again when it is mended.',
    action: 'ask_support',
  },
  provider_busy: {
    why: 'the carrier was too busy and gave up',
    nextStep: 'Send again.',
    action: 'resend',
  },
  unknown: {
    why: 'not delivered, the carrier gave no reason',
    nextStep: 'Send again, or ask support.',
    action: 'resend',
  },
};
