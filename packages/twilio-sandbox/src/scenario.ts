/**
 * What Twilio and the carrier will do with one phone number, as data. Everything the sandbox can play is in
 * these types; `magic-numbers.ts` gives each outcome a number.
 */
export interface Scenario {
  lookup: LookupOutcome;
  send: SendOutcome;
  callbacks: CallbackPlan;
}

/** The types of Lookup v2's line type intelligence. */
export const lineTypes = [
  'mobile',
  'landline',
  'fixedVoip',
  'nonFixedVoip',
  'tollFree',
  'personal',
  'premium',
  'sharedCost',
  'uan',
  'voicemail',
  'pager',
  'unknown',
] as const;
export type LineType = (typeof lineTypes)[number];

export const validationErrors = [
  'TOO_SHORT',
  'TOO_LONG',
  'INVALID_BUT_POSSIBLE',
  'INVALID_COUNTRY_CODE',
  'INVALID_LENGTH',
  'NOT_A_NUMBER',
] as const;
export type ValidationError = (typeof validationErrors)[number];

export type LookupOutcome =
  /** A verdict. `carrierName` overrides the country's usual carrier. */
  | { kind: 'line'; type: LineType; carrierName?: string }
  /** HTTP 200, but the paid package carries an error code (606xx) instead of a type. */
  | { kind: 'noVerdict'; errorCode: number }
  /** HTTP 200 with `valid: false`. */
  | { kind: 'notValid'; errors: ValidationError[] }
  /** Refused with an HTTP error, `times` times or always. */
  | { kind: 'refuse'; code: number; times?: number }
  /** Never answered. */
  | { kind: 'hang' };

export type SendOutcome =
  /** `unlisted`: left out of message lists, as Twilio's are sometimes late. */
  | { kind: 'accept'; unlisted?: boolean }
  /** An error answer that says for certain that nothing was sent; `times` times, then accepted. */
  | { kind: 'refuse'; code: number; times?: number }
  /** The caller learns nothing certain. `accepted` says whether the message is really sent. */
  | {
      kind: 'lose';
      how: 'serverError' | 'reset' | 'hang';
      accepted: boolean;
      times?: number;
      unlisted?: boolean;
    };

/** Statuses a message can go through after its first one. */
export const laterStatuses = ['sent', 'delivered', 'undelivered', 'failed', 'read'] as const;
type LaterStatus = (typeof laterStatuses)[number];

export interface CallbackPlan {
  /** In the order in which the message really goes through them. */
  statuses: LaterStatus[];
  /** Error code that comes with the last status. */
  errorCode?: number;
  /** Callbacks are posted once, twice, or (0) not at all. */
  copies: 0 | 1 | 2;
  order: 'inOrder' | 'reversed';
  /** Extra wait before the first callback, in multiples of the sandbox's latency. 0 is punctual. */
  lateBy: number;
  /** Posted before the request that creates the message is answered. */
  beforeResponse: boolean;
  signature: 'valid' | 'wrong';
  /** Form fields that no documentation names, as Twilio adds them without notice. */
  extraFields: Record<string, string>;
}

/** What tests may set: any part of a scenario, the rest being as for every other number. */
export interface PartialScenario {
  lookup?: LookupOutcome;
  send?: SendOutcome;
  callbacks?: Partial<CallbackPlan>;
}

const delivered: CallbackPlan = {
  statuses: ['sent', 'delivered'],
  copies: 1,
  order: 'inOrder',
  lateBy: 0,
  beforeResponse: false,
  signature: 'valid',
  extraFields: {},
};

/** A mobile to which the text is delivered: what any number plays unless something else is said. */
export function completeScenario(partial: PartialScenario): Scenario {
  return {
    lookup: partial.lookup ?? { kind: 'line', type: 'mobile' },
    send: partial.send ?? { kind: 'accept' },
    callbacks: { ...delivered, ...partial.callbacks },
  };
}
