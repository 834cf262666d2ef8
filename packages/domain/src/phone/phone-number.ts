import {
  parseDigits,
  parsePhoneNumberWithError,
  ParseError,
  PhoneNumber as Parsed,
  validatePhoneNumberLength,
  type CountryCode,
} from 'libphonenumber-js/max';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';
import type { LineType } from './line-type.ts';

/** A number that exists in its country's numbering plan. */
export interface PhoneNumber {
  /** E.164, for example `+14155550123`. */
  readonly e164: string;
  /** Country or territory that the number belongs to; null for numbers of no country (+800, satellite). */
  readonly country: CountryCode | null;
  /** As people of that country write it, for example `(415) 555-0123`. */
  readonly national: string;
  /**
   * Line type where the numbering plan itself tells it and it settles that no text can arrive. Null where only a
   * look-up can tell: North America does not separate mobile from fixed numbers, and mobile ranges still want one.
   */
  readonly plannedLineType: LineType | null;
}

/** Why an input is no phone number that could be kept. */
export type PhoneErrorCode =
  | 'empty'
  | 'letters'
  | 'emergency'
  | 'extension'
  | 'too_short'
  | 'too_long'
  | 'unknown_country_code'
  | 'not_a_number'
  | 'not_in_numbering_plan';

const EMERGENCY = new Set([
  '911',
  '112',
  '999',
  '000',
  '110',
  '111',
  '113',
  '117',
  '118',
  '119',
  '108',
  '15',
  '17',
  '18',
  '988',
]);

const MESSAGES: Record<PhoneErrorCode, string> = {
  empty: 'No phone number was entered.',
  letters: 'A phone number has no letters.',
  emergency: 'This is an emergency number.',
  extension: 'A text cannot be sent to an extension.',
  too_short: 'The number is too short.',
  too_long: 'The number is too long.',
  unknown_country_code: 'No country has this country code.',
  not_a_number: 'This is not a phone number.',
  not_in_numbering_plan: 'There is no such number in this country.',
};

/** Line types that the numbering plan settles; mobile ranges and North America are left to the look-up. */
const PLANNED: Partial<Record<NonNullable<ReturnType<Parsed['getType']>>, LineType>> = {
  FIXED_LINE: 'landline',
  TOLL_FREE: 'tollFree',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'sharedCost',
  PAGER: 'pager',
  UAN: 'uan',
  VOICEMAIL: 'voicemail',
};

const fromParseError = (error: ParseError): PhoneErrorCode => {
  switch (error.message) {
    case 'TOO_SHORT':
      return 'too_short';
    case 'TOO_LONG':
      return 'too_long';
    case 'INVALID_COUNTRY':
      return 'unknown_country_code';
    default:
      return 'not_a_number';
  }
};

/** Invisible marks and odd spaces that come along when a number is copied from a document or another program. */
const INVISIBLE_OR_SPACE = /[\p{Cf}\s]/gu;

/** A number for a switchboard, then the person's desk: `x12`, `ext. 12`, `#12`, `;ext=12`. */
const EXTENSION = /\s*(?:;?\s*ext(?:ension|n)?\.?|x|#)\s*[:=]?\s*\d{1,7}$/iu;

const parse = (text: string, country: CountryCode): Result<PhoneNumber, PhoneErrorCode> => {
  if (text === '') return err('empty');
  if (text.length > 40) return err('too_long');
  if (EMERGENCY.has(parseDigits(text)) && !/\p{L}/u.test(text)) return err('emergency');
  if (EXTENSION.test(text)) return err('extension');
  if (/\p{L}/u.test(text)) return err('letters');
  let parsed: Parsed;
  try {
    parsed = parsePhoneNumberWithError(text, { defaultCountry: country, extract: false });
  } catch (error) {
    if (error instanceof ParseError) return err(fromParseError(error));
    throw error;
  }
  if (parsed.ext) return err('extension');
  if (!parsed.isPossible()) {
    const length = validatePhoneNumberLength(text, country);
    if (length === 'TOO_SHORT') return err('too_short');
    return err(length === 'TOO_LONG' ? 'too_long' : 'not_in_numbering_plan');
  }
  const type = parsed.getType();
  if (type === undefined) return err('not_in_numbering_plan');
  return ok({
    e164: parsed.number,
    country: parsed.country ?? null,
    national: parsed.formatNational(),
    plannedLineType: PLANNED[type] ?? null,
  });
};

/**
 * Reads a number as people type it. Refuses what is no phone number; keeps real numbers that cannot be texted
 * (a landline may stand on the list to be called).
 *
 * @param input as typed, with or without country code, spaces, brackets, dashes
 * @param country ISO 3166-1 alpha-2; used where the input has no country code
 */
export const parsePhone = (
  input: string,
  country: CountryCode,
  field = 'phone',
): Result<PhoneNumber, FieldError & { readonly code: PhoneErrorCode }> => {
  const parsed = parse(input.replace(INVISIBLE_OR_SPACE, ' ').replaceAll('\uff0b', '+').trim(), country);
  if (parsed.ok) return parsed;
  return err({
    field,
    code: parsed.error,
    message: MESSAGES[parsed.error],
    accepted: `a cell phone number as written in ${country}, or any number starting with + and its country code, for example +14155550123`,
  });
};

/** How an E.164 number is shown: nationally, as people of its own country write it. The input itself if unreadable. */
export const displayPhone = (e164: string): string => {
  try {
    // Not parsed: that would first find its country and its type, which takes three times as long, and lists show many.
    return new Parsed(e164).formatNational();
  } catch {
    return e164;
  }
};
