import type { Schemas } from '@keyholder/api-client';

/** What a dealer is to be shown, and how many texts the phone is to have got by then. */
export interface Shown {
  readonly chip: Schemas['Chip']['kind'];
  readonly status: Pick<Schemas['Status'], 'kind' | 'colour' | 'text' | 'advice'>;
  readonly texts: 0 | 1;
  /** The provider's code, for support. */
  readonly code?: string;
}

const DELIVERED: Shown = {
  chip: 'valid_number',
  status: {
    kind: 'pending_confirmation',
    colour: 'yellow',
    text: 'Pending confirmation',
    advice: 'The text was delivered. The page was not opened yet.',
  },
  texts: 1,
};

const failed = (chip: Shown['chip'], texts: 0 | 1, why: string, advice: string, code?: string): Shown => ({
  chip,
  status: { kind: 'send_error', colour: 'red', text: `Send error: ${why}`, advice },
  texts,
  ...(code === undefined ? {} : { code }),
});

const NO_TEXT_SPENT = 'No text was spent. Enter a cell phone number, or ask support if this is a cell phone.';
const CELL_PHONE = 'Enter a cell phone number, or ask support if this is a cell phone.';
const ON_OUR_SIDE = 'Nothing is wrong with the number. Ask support; send again when it is mended.';

const notTextable = (): Shown => failed('not_a_cell_phone', 0, 'most likely a landline', NO_TEXT_SPENT);
const NO_SUCH_NUMBER = failed(
  'not_a_phone_number',
  0,
  'the check says that there is no such number',
  'No text was spent. Check the number with the customer and correct it.',
);
const landline = (code: string, texts: 0 | 1 = 1): Shown =>
  failed('not_a_cell_phone', texts, 'landline or carrier unreachable', CELL_PHONE, code);
const invalid = (code: string): Shown =>
  failed(
    'not_a_phone_number',
    0,
    'the number is not valid',
    'Check the number with the customer and correct it.',
    code,
  );
/** Provably not sent: it is tried again by itself, later than a test looks. */
const triedAgain: Shown = {
  chip: 'valid_number',
  status: {
    kind: 'sending',
    colour: 'grey',
    text: 'Sending',
    advice: 'The carrier was too busy and did not take the text. It is tried again by itself.',
  },
  texts: 1,
};
const misconfigured = (texts: 0 | 1, code: string): Shown =>
  failed('valid_number', texts, 'messaging is not set up correctly on our side', ON_OUR_SIDE, code);
const noReason = (code: string): Shown =>
  failed('valid_number', 1, 'not delivered, the carrier gave no reason', 'Send again, or ask support.', code);
const blocked = (code: string): Shown =>
  failed(
    'valid_number',
    1,
    'blocked by the carrier or the phone',
    'Ask the customer to unblock your number, or ask support.',
    code,
  );

/** A row of the sandbox's table, as the dealer lives through it. */
export interface Outcome {
  /** The chip after each Validate, one after the other. */
  readonly validated: readonly Shown['chip'][];
  /** After Send. */
  readonly sent: Shown;
  /** After "Send anyway", where Send spent no text. */
  readonly sentAnyway?: Shown;
}

const fine = (sent: Shown = DELIVERED): Outcome => ({ validated: ['valid_number'], sent });
const refusedLine = (sentAnyway: Shown): Outcome => ({
  validated: ['not_a_cell_phone'],
  sent: notTextable(),
  sentAnyway,
});
const noVerdict = (sent: Shown = DELIVERED): Outcome => ({ validated: ['could_not_check'], sent });

/** Outcomes that the provider tells without being asked again, by the name of the sandbox's row. */
export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  mobile: fine(),
  mobileCanada: fine(),
  mobileUk: fine(),
  mobileFrance: fine(),
  sentOnly: fine({
    ...DELIVERED,
    status: {
      ...DELIVERED.status,
      advice: 'The carrier took the text; delivery not proven. The page was not opened yet.',
    },
  }),

  landline: refusedLine(landline('30006')),
  textEnabledLandline: refusedLine(DELIVERED),
  landlineUk: refusedLine(landline('30006')),
  landlineFrance: refusedLine(landline('21635', 0)),
  nonFixedVoip: fine(),
  fixedVoip: { validated: ['may_not_get_texts'], sent: landline('30006') },
  tollFree: refusedLine(DELIVERED),
  uan: refusedLine(landline('30006')),
  premium: refusedLine(notTextable()),
  sharedCost: refusedLine(notTextable()),
  voicemail: refusedLine(notTextable()),
  pager: refusedLine(notTextable()),
  personal: noVerdict(),
  unknownType: noVerdict(),

  lookupNoData: noVerdict(),
  lookupUnsupportedCountry: noVerdict(),
  lookupProviderError: noVerdict(),
  lookupUnavailable: noVerdict(),
  lookupRateLimited: noVerdict(),
  lookupHangs: noVerdict(),
  lookupRecovers: { validated: ['could_not_check', 'could_not_check', 'valid_number'], sent: DELIVERED },
  lookupNotValid: {
    validated: ['not_a_phone_number'],
    sent: NO_SUCH_NUMBER,
    sentAnyway: NO_SUCH_NUMBER,
  },

  unreachableHandset: fine(
    failed(
      'valid_number',
      1,
      'carrier unreachable – phone off or no service',
      'Send again when the phone is likely to be on.',
      '30003',
    ),
  ),
  blocked: fine(blocked('30004')),
  temporarilyBlocked: fine(blocked('30450')),
  unknownHandset: fine(landline('30005')),
  landlineAfterSend: fine(landline('30006')),
  filtered: fine(
    failed(
      'valid_number',
      1,
      'filtered by the carrier as unwanted',
      'Ask support: the sender or the words of the text need attention.',
      '30007',
    ),
  ),
  unknownError: fine(noReason('30008')),
  providerTimeout: fine(noReason('30410')),
  queueOverflow: fine(triedAgain),
  expired: fine(triedAgain),

  invalidTo: fine(invalid('21211')),
  notMobile: fine(landline('21614', 0)),
  unreachableRoute: fine(landline('21612', 0)),
  regionOff: fine(
    failed(
      'valid_number',
      0,
      'texts to this country are not enabled',
      'Ask support to enable the country.',
      '21408',
    ),
  ),
  unverifiedTrial: fine(misconfigured(0, '21608')),
  rateLimited: fine(),
  optedOut: fine({
    chip: 'valid_number',
    status: {
      kind: 'opted_out',
      colour: 'red',
      text: 'Opted out',
      advice:
        'The carrier reports that they opted out. No text is sent. They come back by texting START to the number the texts came from.',
    },
    texts: 0,
    code: '21610',
  }),

  errorAfterAcceptance: fine(),
  resetAfterAcceptance: fine(),
  hangsAfterAcceptance: fine(),

  callbacksLate: fine(),
  callbacksTwice: fine(),
  callbacksReversed: fine(),
  callbacksFirst: fine(),
  callbacksExtraFields: fine(),
};

const uncertain: Shown['status'] = {
  kind: 'sending',
  colour: 'grey',
  text: 'Sending',
  advice:
    'The carrier has not said whether it took the text, so it is not sent again by itself. You may send it again; it may then arrive twice.',
};
const onItsWay: Shown['status'] = {
  kind: 'sending',
  colour: 'grey',
  text: 'Sending',
  advice: 'The text is on its way.',
};

/** Rows that stop the queue of the whole brand; they are played where nobody else sends. */
export const STOPPING: readonly string[] = ['unregistered'];

/** A row whose outcome is not told; the provider must be asked for it. */
export interface Untold {
  readonly before: Shown['status'];
  /** How many texts the phone got. */
  readonly texts: 0 | 1;
  /** What asking brings to light; null: nothing, it stays as it is. */
  readonly asked: Shown | null;
}

export const UNTOLD: Readonly<Record<string, Untold>> = {
  errorBeforeAcceptance: { before: uncertain, texts: 0, asked: null },
  resetBeforeAcceptance: { before: uncertain, texts: 0, asked: null },
  hangsBeforeAcceptance: { before: uncertain, texts: 0, asked: null },
  lostAndUnlisted: { before: uncertain, texts: 1, asked: null },
  lostAndSilent: { before: uncertain, texts: 1, asked: DELIVERED },
  callbacksForged: { before: onItsWay, texts: 1, asked: DELIVERED },
  callbacksNone: { before: onItsWay, texts: 1, asked: DELIVERED },
};
