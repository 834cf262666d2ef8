import type { CallbackPlan, LookupOutcome, PartialScenario } from './scenario.ts';

/** One number and what it plays. */
export interface MagicNumber {
  /** Short name, to be used in tests: `play(number, 'landline')`. */
  name: string;
  /** E.164. */
  number: string;
  /** Heading under which the phones page shows it. */
  group: string;
  /** What happens, for a person who reads the table. */
  plays: string;
  scenario: PartialScenario;
}

/** A carrier that takes the text and then reports that it could not be delivered. */
function undelivered(errorCode: number): Partial<CallbackPlan> {
  return { statuses: ['sent', 'undelivered'], errorCode };
}

/** Twilio gives the text up before any carrier has it. */
function failed(errorCode: number): Partial<CallbackPlan> {
  return { statuses: ['failed'], errorCode };
}

function line(type: Extract<LookupOutcome, { kind: 'line' }>['type'], carrierName?: string): LookupOutcome {
  return { kind: 'line', type, ...(carrierName === undefined ? {} : { carrierName }) };
}

type Row = [name: string, number: string, plays: string, scenario: PartialScenario];

/**
 * Every number that plays something of its own. Any other number is a mobile to which texts are delivered.
 *
 * American numbers are `555-01xx`, kept for fiction, and valid in libphonenumber's metadata; the area code
 * tells the group. Landlines: `+44 20 7946 0xxx` (Ofcom, drama use) and `+33 1 99 00 xx xx` (Arcep, fiction).
 * The fictional mobile ranges of both countries (`+44 7700 900xxx`, `+33 6 39 98 xx xx`) are not valid in that
 * metadata, so the two mobiles are libphonenumber's own example numbers.
 */
const groups: Record<string, Row[]> = {
  'Goes well': [
    ['mobile', '+12125550100', 'Mobile; the text is delivered', {}],
    ['mobileCanada', '+15145550100', 'Canadian mobile; delivered', {}],
    ['mobileUk', '+447400123456', 'British mobile; delivered', {}],
    ['mobileFrance', '+33612345678', 'French mobile; delivered', {}],
    [
      'sentOnly',
      '+12125550101',
      'Mobile whose carrier never reports delivery: stays “sent”',
      { callbacks: { statuses: ['sent'] } },
    ],
  ],
  'Look-up verdicts': [
    [
      'landline',
      '+13035550100',
      'Landline by look-up; a text is undelivered with 30006',
      { lookup: line('landline'), callbacks: undelivered(30006) },
    ],
    [
      'textEnabledLandline',
      '+13035550101',
      'Landline by look-up that takes texts all the same: delivered',
      { lookup: line('landline') },
    ],
    [
      'landlineUk',
      '+442079460100',
      'British landline; undelivered with 30006',
      { lookup: line('landline'), callbacks: undelivered(30006) },
    ],
    [
      'landlineFrance',
      '+33199000100',
      'French landline; refused at once with 21635',
      { lookup: line('landline'), send: { kind: 'refuse', code: 21635 } },
    ],
    [
      'nonFixedVoip',
      '+13035550102',
      'Internet number (Google Voice and the like); delivered',
      { lookup: line('nonFixedVoip', 'Google (Grand Central) BWI - Bandwidth.com - SVR') },
    ],
    [
      'fixedVoip',
      '+13035550103',
      'Cable or office phone; undelivered with 30006',
      { lookup: line('fixedVoip', 'Comcast Cable Communications'), callbacks: undelivered(30006) },
    ],
    ['tollFree', '+18335550100', 'Toll-free number; delivered', { lookup: line('tollFree') }],
    [
      'premium',
      '+19005550100',
      'Premium rate; undelivered with 30006',
      { lookup: line('premium'), callbacks: undelivered(30006) },
    ],
    [
      'sharedCost',
      '+13035550104',
      'Shared cost; undelivered with 30006',
      { lookup: line('sharedCost'), callbacks: undelivered(30006) },
    ],
    [
      'personal',
      '+13035550105',
      'Personal number (follow-me service); delivered',
      { lookup: line('personal') },
    ],
    [
      'uan',
      '+13035550106',
      'Universal access number; undelivered with 30006',
      { lookup: line('uan'), callbacks: undelivered(30006) },
    ],
    [
      'voicemail',
      '+13035550107',
      'Voicemail; undelivered with 30006',
      { lookup: line('voicemail'), callbacks: undelivered(30006) },
    ],
    [
      'pager',
      '+13035550108',
      'Pager; undelivered with 30006',
      { lookup: line('pager'), callbacks: undelivered(30006) },
    ],
    ['unknownType', '+13035550109', 'Look-up answers “unknown”; delivered', { lookup: line('unknown') }],
  ],
  'Look-up without a verdict': [
    [
      'lookupNoData',
      '+17205550100',
      'Look-up has no data (60600 inside a 200); delivered',
      { lookup: { kind: 'noVerdict', errorCode: 60600 } },
    ],
    [
      'lookupUnsupportedCountry',
      '+17205550107',
      'Look-up does not cover the country (60607 inside a 200); delivered',
      { lookup: { kind: 'noVerdict', errorCode: 60607 } },
    ],
    [
      'lookupProviderError',
      '+17205550108',
      'Look-up provider failed (60608 inside a 200); delivered',
      { lookup: { kind: 'noVerdict', errorCode: 60608 } },
    ],
    [
      'lookupNotValid',
      '+17205550109',
      'Look-up says the number is not valid; a text is refused with 21211',
      {
        lookup: { kind: 'notValid', errors: ['INVALID_BUT_POSSIBLE'] },
        send: { kind: 'refuse', code: 21211 },
      },
    ],
    [
      'lookupUnavailable',
      '+17205550103',
      'Look-up service down (503); delivered',
      { lookup: { kind: 'refuse', code: 20503 } },
    ],
    [
      'lookupRateLimited',
      '+17205550129',
      'Look-up refused with 429 (20429); delivered',
      { lookup: { kind: 'refuse', code: 20429 } },
    ],
    [
      'lookupRecovers',
      '+17205550130',
      'Look-up down twice, then a mobile; delivered',
      { lookup: { kind: 'refuse', code: 20503, times: 2 } },
    ],
    ['lookupHangs', '+17205550131', 'Look-up never answers; delivered', { lookup: { kind: 'hang' } }],
  ],
  'Accepted, then not delivered': [
    [
      'unreachableHandset',
      '+13055550103',
      'Phone off or no signal: undelivered with 30003',
      { callbacks: undelivered(30003) },
    ],
    [
      'blocked',
      '+13055550104',
      'Blocked by the carrier or the device: undelivered with 30004',
      { callbacks: undelivered(30004) },
    ],
    [
      'unknownHandset',
      '+13055550105',
      'No such handset: undelivered with 30005',
      { callbacks: undelivered(30005) },
    ],
    [
      'landlineAfterSend',
      '+13055550106',
      'Mobile by look-up, but undelivered with 30006 (landline or unreachable carrier)',
      { callbacks: undelivered(30006) },
    ],
    [
      'filtered',
      '+13055550107',
      'Filtered as spam: undelivered with 30007',
      { callbacks: undelivered(30007) },
    ],
    [
      'unknownError',
      '+13055550108',
      'No reason given: undelivered with 30008',
      { callbacks: undelivered(30008) },
    ],
    ['queueOverflow', '+13055550101', 'Queue overflow: failed with 30001', { callbacks: failed(30001) }],
    [
      'unregistered',
      '+13055550134',
      'Sender not registered for A2P 10DLC: undelivered with 30034',
      { callbacks: undelivered(30034) },
    ],
    ['expired', '+13055550136', 'Validity period expired: failed with 30036', { callbacks: failed(30036) }],
    [
      'providerTimeout',
      '+13055550141',
      'Provider timeout: undelivered with 30410 (it may have arrived)',
      { callbacks: undelivered(30410) },
    ],
    [
      'temporarilyBlocked',
      '+13055550145',
      'Temporarily blocked: undelivered with 30450',
      { callbacks: undelivered(30450) },
    ],
  ],
  'Refused at once': [
    ['invalidTo', '+12165550111', 'Not a phone number: 21211', { send: { kind: 'refuse', code: 21211 } }],
    ['notMobile', '+12165550114', 'Not a mobile number: 21614', { send: { kind: 'refuse', code: 21614 } }],
    ['optedOut', '+12165550110', 'Has opted out: 21610', { send: { kind: 'refuse', code: 21610 } }],
    [
      'unreachableRoute',
      '+12165550112',
      'No route from this sender: 21612',
      { send: { kind: 'refuse', code: 21612 } },
    ],
    ['regionOff', '+12165550108', 'Country not enabled: 21408', { send: { kind: 'refuse', code: 21408 } }],
    [
      'unverifiedTrial',
      '+12165550118',
      'Trial account, number not verified: 21608',
      { send: { kind: 'refuse', code: 21608 } },
    ],
    [
      'rateLimited',
      '+12165550129',
      'Refused twice with 429 (20429), then accepted and delivered',
      { send: { kind: 'refuse', code: 20429, times: 2 } },
    ],
  ],
  'Outcome unknown to the caller': [
    [
      'errorBeforeAcceptance',
      '+15035550100',
      'HTTP 500 and no message exists',
      { send: { kind: 'lose', how: 'serverError', accepted: false } },
    ],
    [
      'errorAfterAcceptance',
      '+15035550101',
      'HTTP 500, but the text is sent and delivered',
      { send: { kind: 'lose', how: 'serverError', accepted: true } },
    ],
    [
      'resetAfterAcceptance',
      '+15035550102',
      'Connection reset, but the text is sent and delivered',
      { send: { kind: 'lose', how: 'reset', accepted: true } },
    ],
    [
      'resetBeforeAcceptance',
      '+15035550103',
      'Connection reset and no message exists',
      { send: { kind: 'lose', how: 'reset', accepted: false } },
    ],
    [
      'hangsAfterAcceptance',
      '+15035550104',
      'No answer, but the text is sent and delivered',
      { send: { kind: 'lose', how: 'hang', accepted: true } },
    ],
    [
      'hangsBeforeAcceptance',
      '+15035550105',
      'No answer and no message exists',
      { send: { kind: 'lose', how: 'hang', accepted: false } },
    ],
    [
      'lostAndSilent',
      '+15035550106',
      'Connection reset; delivered without any callback, found only in the list',
      { send: { kind: 'lose', how: 'reset', accepted: true }, callbacks: { copies: 0 } },
    ],
    [
      'lostAndUnlisted',
      '+15035550107',
      'Connection reset; delivered without any callback, and missing from the list',
      { send: { kind: 'lose', how: 'reset', accepted: true, unlisted: true }, callbacks: { copies: 0 } },
    ],
  ],
  'Odd callbacks (all delivered)': [
    ['callbacksLate', '+14155550100', 'Callbacks come late', { callbacks: { lateBy: 40 } }],
    ['callbacksTwice', '+14155550101', 'Every callback comes twice', { callbacks: { copies: 2 } }],
    [
      'callbacksReversed',
      '+14155550102',
      '“delivered” comes before “sent”',
      { callbacks: { order: 'reversed' } },
    ],
    [
      'callbacksFirst',
      '+14155550103',
      'Callbacks come before the answer to the request',
      { callbacks: { beforeResponse: true } },
    ],
    [
      'callbacksForged',
      '+14155550104',
      'Callbacks are wrongly signed',
      { callbacks: { signature: 'wrong' } },
    ],
    [
      'callbacksExtraFields',
      '+14155550105',
      'Callbacks carry fields that nobody documented',
      { callbacks: { extraFields: { CarrierHint: 'naïve & “new”', ChannelToAddress: '+1415555XXXX' } } },
    ],
    ['callbacksNone', '+14155550106', 'No callback at all', { callbacks: { copies: 0 } }],
  ],
};

/** The table, in the order in which people read it. */
export const magicNumbers: readonly MagicNumber[] = Object.entries(groups).flatMap(([group, rows]) =>
  rows.map(([name, number, plays, scenario]) => ({ name, number, group, plays, scenario })),
);

/** The number that plays the row of this name; throws on a name that the table has not. */
export function magicNumber(name: string): string {
  const row = magicNumbers.find((candidate) => candidate.name === name);
  if (row === undefined) throw new Error(`No magic number plays ${JSON.stringify(name)}`);
  return row.number;
}
