import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountryCode } from '../../src/phone/country.ts';
import type { LineType } from '../../src/phone/line-type.ts';
import { displayPhone, parsePhone, type PhoneErrorCode } from '../../src/phone/phone-number.ts';

const read = (input: string, country: CountryCode): string => {
  const phone = parsePhone(input, country);
  return phone.ok ? phone.value.e164 : phone.error.code;
};

describe('numbers as people type them', () => {
  test.each<[string, CountryCode, string]>([
    ['4155550123', 'US', '+14155550123'],
    ['(415) 555-0123', 'US', '+14155550123'],
    ['1 415 555 0123', 'US', '+14155550123'],
    ['+1 (415) 555.0123', 'FR', '+14155550123'],
    ['415.555.0123', 'CA', '+14155550123'],
    [`415${' '.repeat(30)}5550123`, 'US', '+14155550123'],
    ['  415 555 0123\t', 'US', '+14155550123'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['+33 6 12 34 56 78', 'US', '+33612345678'],
    ['011 33 6 12 34 56 78', 'US', '+33612345678'],
    ['0033 6 12 34 56 78', 'GB', '+33612345678'],
    ['07400 123456', 'GB', '+447400123456'],
    ['+44 (0)7400 123456', 'GB', '+447400123456'],
    // Copied from a document: no-break, narrow and thin spaces, real dashes, bidirectional and zero-width marks.
    ['415\u00a0555\u20090123', 'US', '+14155550123'],
    ['06\u202f12\u202f34\u202f56\u202f78', 'FR', '+33612345678'],
    ['415\u2011555\u20130123', 'US', '+14155550123'],
    ['\u202a+1 415 555 0123\u202c', 'US', '+14155550123'],
    ['\u200e415\u200b5550123\u2069', 'US', '+14155550123'],
    // Full-width, Arabic-Indic and Persian digits.
    ['４１５５５５０１２３', 'US', '+14155550123'],
    ['＋１４１５５５５０１２３', 'FR', '+14155550123'],
    ['٤١٥٥٥٥٠١٢٣', 'US', '+14155550123'],
    ['۴۱۵۵۵۵۰۱۲۳', 'US', '+14155550123'],
  ])('%j in %s: %s', (input, country, e164) => {
    expect(read(input, country)).toBe(e164);
  });
});

describe('what is no phone number', () => {
  test.each<[string, CountryCode, PhoneErrorCode]>([
    ['', 'US', 'empty'],
    ['   ', 'US', 'empty'],
    ['\u200b\u202e', 'US', 'empty'],
    ['1', 'US', 'too_short'],
    ['415555', 'US', 'too_short'],
    ['5550123', 'US', 'too_short'],
    ['+1 911', 'US', 'too_short'],
    ['415 555 01234', 'US', 'too_long'],
    ['+1 415 555 0123 4', 'US', 'too_long'],
    ['4155550123 4155550124', 'US', 'too_long'],
    ['4'.repeat(10_000), 'US', 'too_long'],
    [' '.repeat(5000) + 'x'.repeat(5000), 'US', 'too_long'],
    ['😀'.repeat(5000), 'US', 'too_long'],
    [`415${' '.repeat(31)}5550123`, 'US', 'too_long'],
    ['call Dana', 'US', 'letters'],
    ['call 911', 'US', 'letters'],
    ['1-800-FLOWERS', 'US', 'letters'],
    ['(415) 555-HELP', 'US', 'letters'],
    ['tel:+14155550123', 'US', 'letters'],
    ['415 555 O123', 'US', 'letters'],
    ['٤١٥ رقم', 'US', 'letters'],
    ['415-555-0123 x12', 'US', 'extension'],
    ['415-555-0123x1', 'US', 'extension'],
    ['415-555-0123 ext. 12', 'US', 'extension'],
    ['415-555-0123 Extension 1234567', 'US', 'extension'],
    ['415-555-0123 #5', 'US', 'extension'],
    ['+14155550123;ext=5', 'US', 'extension'],
    ['415-555-0123~5', 'US', 'extension'],
    ['911', 'US', 'emergency'],
    ['9-1-1', 'US', 'emergency'],
    ['９１１', 'US', 'emergency'],
    ['٩١١', 'US', 'emergency'],
    ['112', 'FR', 'emergency'],
    ['15', 'FR', 'emergency'],
    ['999', 'GB', 'emergency'],
    ['000', 'AU', 'emergency'],
    ['988', 'US', 'emergency'],
    ['😀', 'US', 'not_a_number'],
    ['415 555 😀 0123', 'US', 'not_a_number'],
    ['+', 'US', 'not_a_number'],
    ['()', 'US', 'not_a_number'],
    ['++14155550123', 'US', 'not_a_number'],
    ['+1+4155550123', 'US', 'not_a_number'],
    ['415 555 0123, 415 555 0124', 'US', 'not_a_number'],
    ['+999 1234567', 'US', 'unknown_country_code'],
    ['000 000 0000', 'US', 'not_in_numbering_plan'],
    ['115 555 0123', 'US', 'not_in_numbering_plan'],
    ['06 12 34 56 78', 'US', 'not_in_numbering_plan'],
    ['020 7946 0958', 'US', 'too_long'],
    ['415 555 0123', 'FR', 'too_long'],
    ['+33 0 00 00 00 00', 'FR', 'not_in_numbering_plan'],
  ])('%j in %s: %s', (input, country, code) => {
    expect(read(input, country)).toBe(code);
  });

  test('the refusal names the field, what is wrong and what would be accepted', () => {
    expect(parsePhone('1-800-FLOWERS', 'US', 'contacts[3].phone')).toEqual({
      ok: false,
      error: {
        field: 'contacts[3].phone',
        code: 'letters',
        message: 'A phone number has no letters.',
        accepted: expect.stringContaining('as written in US'),
      },
    });
  });

  test('no input throws, and what is accepted is E.164', () => {
    const piece = fc.oneof(
      fc.constantFrom('+', '1', '415', '555', ' ', '-', '(', ')', 'x', '#', '00'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (input) => {
          const phone = parsePhone(input, 'US');
          if (phone.ok) expect(phone.value.e164).toMatch(/^\+[1-9]\d{5,16}$/u);
          else expect(phone.error.accepted).not.toBe('');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('what the numbering plan tells', () => {
  test.each<[string, CountryCode, string, LineType | null]>([
    ['+44 20 7946 0958', 'US', 'GB', 'landline'],
    ['01 42 34 56 78', 'FR', 'FR', 'landline'],
    ['07400 123456', 'GB', 'GB', null],
    ['06 12 34 56 78', 'FR', 'FR', null],
    ['415 555 0123', 'US', 'US', null],
    ['416 555 0123', 'CA', 'CA', null],
    ['800 234 5678', 'US', 'US', 'tollFree'],
    ['888 234 5678', 'CA', 'US', 'tollFree'],
    ['900 234 5678', 'US', 'US', 'premium'],
    ['0345 300 0000', 'GB', 'GB', 'uan'],
    ['848 123456', 'IT', 'IT', 'sharedCost'],
    ['07640 123456', 'GB', 'GB', 'pager'],
    ['070 1234 5678', 'GB', 'GB', null],
    ['056 1234 5678', 'GB', 'GB', null],
  ])('%s is of %s', (input, country, home, type) => {
    const phone = parsePhone(input, country);
    if (!phone.ok) throw new Error(phone.error.code);
    expect(phone.value.plannedLineType).toBe(type);
    if (home !== 'US' || country === 'US') expect(phone.value.country).toBe(home);
  });

  test('a number of no country', () => {
    const phone = parsePhone('+800 1234 5678', 'US');
    expect(phone.ok && phone.value).toMatchObject({ country: null, plannedLineType: 'tollFree' });
  });
});

describe('display', () => {
  test.each([
    ['+14155550123', '(415) 555-0123'],
    ['+33612345678', '06 12 34 56 78'],
    ['+447400123456', '07400 123456'],
    ['unreadable', 'unreadable'],
    ['', ''],
  ])('%s is shown as %s', (e164, shown) => {
    expect(displayPhone(e164)).toBe(shown);
  });

  test('parsePhone reads back what display shows', () => {
    const local = fc.tuple(
      fc.constantFrom('415', '212', '305'),
      fc.integer({ min: 2_000_000, max: 9_999_999 }),
    );
    fc.assert(
      fc.property(local, ([area, rest]) => {
        const phone = parsePhone(`+1${area}${rest}`, 'FR');
        fc.pre(phone.ok);
        if (phone.ok) expect(read(displayPhone(phone.value.e164), 'US')).toBe(phone.value.e164);
      }),
    );
  });
});
