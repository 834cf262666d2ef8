import google from 'google-libphonenumber';
import examples from 'libphonenumber-js/mobile/examples';
import { getExampleNumber } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { countries, isCountry, type CountryCode } from '../../src/phone/country.ts';
import { checkByNumberingPlan } from '../../src/phone/line-type-lookup.ts';
import { displayPhone, parsePhone } from '../../src/phone/phone-number.ts';
import { NOW } from '../support/facts.ts';

const util = google.PhoneNumberUtil.getInstance();
const { E164, NATIONAL, INTERNATIONAL } = google.PhoneNumberFormat;
const { FIXED_LINE, FIXED_LINE_OR_MOBILE } = google.PhoneNumberType;

/** Tristan da Cunha has no mobile network; its few lines are told apart by no plan. */
const WITHOUT_MOBILE = new Set<CountryCode>(['TA']);

/** Plans that do not tell fixed from mobile: the North American ones without own ranges, and some others. */
const NOT_TOLD_APART = new Set<CountryCode>([
  'CA', 'DK', 'DO', 'FM', 'GU', 'IN', 'JM', 'MP', 'MU', 'PM', 'PR', 'TA', 'TN', 'US', 'UZ', 'VI', 'WF',
]); // prettier-ignore

/** Fixed lines of plans that changed after the examples were written. */
const NEWER_FIXED_LINE: Partial<Record<CountryCode, string>> = { ZW: '+263242700000' };

const fixedLineOf = (region: CountryCode) => {
  const newer = NEWER_FIXED_LINE[region];
  return newer === undefined ? util.getExampleNumberForType(region, FIXED_LINE) : util.parse(newer, region);
};

describe('every region that libphonenumber knows', () => {
  test('the regions are the same in both libraries', () => {
    expect([...countries()].toSorted()).toEqual([...util.getSupportedRegions()].toSorted());
    expect(countries().length).toBeGreaterThan(240);
  });

  test.each(countries().filter((region) => !WITHOUT_MOBILE.has(region)))(
    '%s: example mobile numbers are accepted, written in three ways, and shown so that they read back',
    (region) => {
      const number = util.getExampleNumberForType(region, google.PhoneNumberType.MOBILE);
      const e164 = util.format(number, E164);
      const inputs = [E164, NATIONAL, INTERNATIONAL].map((format) => util.format(number, format));
      const own = getExampleNumber(region, examples)!;
      for (const [input, expected] of [
        ...inputs.map((one) => [one, e164]),
        [own.formatNational(), own.number],
      ]) {
        const phone = parsePhone(input!, region);
        if (!phone.ok) throw new Error(`${input}: ${phone.error.code}`);
        expect(phone.value.e164).toBe(expected);
        // A mobile range still wants the look-up.
        expect(checkByNumberingPlan(phone.value, NOW)).toBeNull();
        const home = phone.value.country;
        if (home === null) throw new Error(`${input} has no country`);
        const back = parsePhone(displayPhone(phone.value.e164), home);
        expect(back.ok && back.value.e164).toBe(expected);
        expect(phone.value.national).toBe(displayPhone(phone.value.e164));
      }
    },
  );

  test.each(countries().filter((region) => !NOT_TOLD_APART.has(region)))(
    '%s: an example fixed line is recognised without a look-up',
    (region) => {
      const number = fixedLineOf(region);
      if (!number) throw new Error('no example');
      for (const format of [NATIONAL, E164]) {
        const phone = parsePhone(util.format(number, format), region);
        if (!phone.ok) throw new Error(phone.error.code);
        expect(checkByNumberingPlan(phone.value, NOW)).toMatchObject({
          result: 'not_textable',
          lineType: 'landline',
          checkedAt: NOW,
        });
      }
    },
  );

  test.each([...NOT_TOLD_APART])('%s: a fixed line is left to the look-up', (region) => {
    const number = util.getExampleNumberForType(region, FIXED_LINE);
    if (region !== 'TA') expect(util.getNumberType(number)).toBe(FIXED_LINE_OR_MOBILE);
    const phone = parsePhone(util.format(number, E164), region);
    if (!phone.ok) throw new Error(phone.error.code);
    expect(checkByNumberingPlan(phone.value, NOW)).toBeNull();
  });
});

test.each<[string, boolean]>([
  ['US', true],
  ['TA', true],
  ['us', false],
  ['XX', false],
  ['', false],
  ['constructor', false],
  ['__proto__', false],
])('isCountry(%j) is %s', (code, known) => {
  expect(isCountry(code)).toBe(known);
});
