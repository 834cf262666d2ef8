import { describe, expect, test } from 'vitest';
import { checkSite, type SiteInput } from '../../src/site/site-details.ts';

const SITE: SiteInput = {
  name: 'Ortiz Market',
  accountNumber: 'A-100',
  country: 'US',
  timeZone: 'America/Chicago',
};
const errorsOf = (more: Partial<SiteInput>): string[] => {
  const result = checkSite({ ...SITE, ...more });
  return result.ok ? [] : result.error.map(({ field, code }) => `${field}: ${code}`);
};
const valueOf = (more: Partial<SiteInput>) => {
  const result = checkSite({ ...SITE, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('site as entered', () => {
  test('the least, with the defaults; the label is the name, not the address', () => {
    expect(valueOf({ address: '1 Main St' })).toEqual({
      ...SITE,
      subscriberName: null,
      address: '1 Main St',
      language: null,
      minimumReachable: 2,
      contactLabel: 'Ortiz Market',
    });
  });
  test('own label, country in small letters, language', () => {
    expect(
      valueOf({ contactLabel: 'the shop', country: 'ca', language: 'fr', minimumReachable: 9 }),
    ).toMatchObject({
      contactLabel: 'the shop',
      country: 'CA',
      language: 'fr',
      minimumReachable: 9,
    });
    expect(valueOf({ contactLabel: '  ' }).contactLabel).toBe('Ortiz Market');
  });
  test.each(['UTC', 'Europe/Paris', 'Asia/Kolkata', 'Etc/GMT+5'])('time zone %s', (timeZone) => {
    expect(valueOf({ timeZone }).timeZone).toBe(timeZone);
  });

  test.each<[Partial<SiteInput>, string[]]>([
    [{ name: '' }, ['name: empty']],
    [{ name: 'a'.repeat(101) }, ['name: too_long']],
    [{ accountNumber: '' }, ['accountNumber: empty']],
    [{ accountNumber: 'a'.repeat(41) }, ['accountNumber: too_long']],
    [{ subscriberName: 'a'.repeat(101) }, ['subscriberName: too_long']],
    [{ address: 'a'.repeat(201) }, ['address: too_long']],
    [{ contactLabel: 'a\u202eb' }, ['contactLabel: unreadable_characters']],
    [{ country: 'XX' }, ['country: unknown_country']],
    [{ country: '' }, ['country: unknown_country']],
    [{ language: 'de' }, ['language: unknown_language']],
    ...['', 'Mars/Phobos', '+05:00', '-08:00', 'America/Chicago\0', 'x'.repeat(10_000)].map(
      (timeZone): [Partial<SiteInput>, string[]] => [{ timeZone }, ['timeZone: unknown_time_zone']],
    ),
    ...[0, 10, 1.5, NaN, -1].map((minimumReachable): [Partial<SiteInput>, string[]] => [
      { minimumReachable },
      ['minimumReachable: out_of_range'],
    ]),
    [{ minimumReachable: 1 }, []],
    [
      { name: '', accountNumber: ' ', country: 'ZZ', timeZone: '?', language: 'x' },
      [
        'name: empty',
        'accountNumber: empty',
        'country: unknown_country',
        'timeZone: unknown_time_zone',
        'language: unknown_language',
      ],
    ],
  ])('%j', (input, errors) => {
    expect(errorsOf(input)).toEqual(errors);
  });
});
