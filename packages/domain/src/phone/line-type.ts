/** What kind of line a number is; the words of Twilio Lookup v2, which the field uses. */
export const LINE_TYPES = [
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
export type LineType = (typeof LINE_TYPES)[number];

/** What a line check found out about a number. */
export const LINE_CHECK_RESULTS = [
  'unchecked',
  'valid',
  'may_not_get_texts',
  'not_textable',
  'not_a_number',
  'inconclusive',
] as const;
export type LineCheckResult = (typeof LINE_CHECK_RESULTS)[number];

/** The line check fact of a contact's number. */
export interface LineCheck {
  readonly result: LineCheckResult;
  readonly lineType: LineType | null;
  readonly carrier: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly checkedAt: Date | null;
}

export const UNCHECKED: LineCheck = {
  result: 'unchecked',
  lineType: null,
  carrier: null,
  country: null,
  checkedAt: null,
};

const RESULT_OF: Record<LineType, LineCheckResult> = {
  mobile: 'valid',
  nonFixedVoip: 'valid',
  fixedVoip: 'may_not_get_texts',
  landline: 'not_textable',
  tollFree: 'not_textable',
  premium: 'not_textable',
  sharedCost: 'not_textable',
  uan: 'not_textable',
  voicemail: 'not_textable',
  pager: 'not_textable',
  // A personal number forwards to any line; its type says nothing about texts.
  personal: 'inconclusive',
  unknown: 'inconclusive',
};

/** The verdict on a line type (policy of product.md, "Four facts"). */
export const judgeLineType = (lineType: LineType): LineCheckResult => RESULT_OF[lineType];

/** Whether a text may be handed to the provider for a number that was checked so. */
export type SendPermission = 'may_send' | 'only_if_insisted' | 'never';

/** Look-ups can be wrong and text-enabled landlines exist, so a dealer may insist on these. */
const INSISTABLE: ReadonlySet<LineType> = new Set<LineType>(['landline', 'tollFree', 'uan']);

/** No verdict blocks nothing; a verdict of "not textable" spends no text unless the dealer insists where allowed. */
export const sendPermission = (check: Pick<LineCheck, 'result' | 'lineType'>): SendPermission => {
  switch (check.result) {
    case 'not_a_number':
      return 'never';
    case 'not_textable':
      return check.lineType !== null && INSISTABLE.has(check.lineType) ? 'only_if_insisted' : 'never';
    case 'unchecked':
    case 'valid':
    case 'may_not_get_texts':
    case 'inconclusive':
      return 'may_send';
  }
};
