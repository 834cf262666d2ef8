import { describe, expect, test } from 'vitest';
import { ImportChecker, type KnownSite } from '../../src/bulk/import-check.ts';
import { guessMapping, IMPORT_FIELDS, readCells, TEMPLATE_COLUMNS } from '../../src/bulk/import-fields.ts';

const DEFAULTS = { country: 'US', timeZone: 'America/Chicago' };
const MARKET: KnownSite = {
  id: 'market',
  country: 'CA',
  archived: false,
  phones: new Map([['+14165550123', 'Dana Ortiz']]),
  slots: new Map([[1, 'Dana Ortiz']]),
};
const SITES = new Map<string, KnownSite>([
  ['RA-1', MARKET],
  ['RA-OLD', { ...MARKET, id: 'old', archived: true }],
]);
const COLUMNS = ['Account', 'Site', 'Name', 'Phone', 'Slot', 'Notify', 'Language', 'E-Mail'];
const checker = () => new ImportChecker(guessMapping(COLUMNS), DEFAULTS, SITES);

describe('the columns', () => {
  test('of the template are all known', () => {
    const mapping = guessMapping(IMPORT_FIELDS.map((field) => TEMPLATE_COLUMNS[field]));
    expect(IMPORT_FIELDS.map((field) => mapping[field])).toEqual(IMPORT_FIELDS.map((_, index) => index));
  });
  test.each([
    [['ACCT', 'Customer Name', 'CELL', 'Nombre'], { accountNumber: 0, subscriberName: 1, phone: 2, name: 3 }],
    [
      ['Numéro de compte', 'Nom complet', 'Portable', 'Courriel'],
      { accountNumber: 0, name: 1, phone: 2, email: 3 },
    ],
    [['Phone', 'Mobile'], { phone: 0 }],
    [['Whatever', ''], {}],
  ])('%j', (columns, mapping) => {
    expect(guessMapping(columns)).toEqual(mapping);
  });
  test('blank cells and missing columns hold nothing', () => {
    expect(readCells(['RA-1', '  ', 'Ana'], { accountNumber: 0, siteName: 1, name: 2, phone: 7 })).toEqual({
      accountNumber: 'RA-1',
      name: 'Ana',
    });
  });
});

describe('a row', () => {
  test.each<[string, string[], string, string[]]>([
    ['a new contact at a known site', ['RA-1', '', 'Ana', '416 555 0199', '2'], 'create', []],
    ['a new site and its contact', ['RA-9', 'Bakery', 'Ana', '212 555 0100'], 'create', ['new_site']],
    ['on the list already', ['RA-1', '', 'Dana O.', '(416) 555-0123'], 'on_list', []],
    [
      'a planned landline',
      ['FR', 'Paris', 'Zoé', '+33 1 42 68 53 00'],
      'create',
      ['new_site', 'not_texted_landline'],
    ],
  ])('%s', (_name, row, verdict, notes) => {
    expect(checker().check(row)).toMatchObject({ verdict, notes, errors: [] });
  });

  test.each<[string, string[], string[]]>([
    ['no account number', ['', 'Bakery', 'Ana', '212 555 0100'], ['accountNumber']],
    ['a new site without a name', ['RA-9', '', 'Ana', '212 555 0100'], ['siteName']],
    ['an archived site', ['RA-OLD', '', 'Ana', '416 555 0199'], ['accountNumber']],
    ['no name, no phone', ['RA-1', '', '', ''], ['name', 'phone']],
    ['letters for a phone', ['RA-1', '', 'Ana', 'ask Ben'], ['phone']],
    ['a slot that is no number', ['RA-1', '', 'Ana', '416 555 0199', 'first'], ['slotNumber']],
    ['a slot that somebody has', ['RA-1', '', 'Ana', '416 555 0199', '1'], ['slotNumber']],
    ['neither yes nor no', ['RA-1', '', 'Ana', '416 555 0199', '', 'perhaps'], ['emergencyContact']],
    ['a language without texts', ['RA-1', '', 'Ana', '416 555 0199', '', '', 'de'], ['language']],
    ['no email address', ['RA-1', '', 'Ana', '416 555 0199', '', '', '', 'ana@'], ['email']],
  ])('refuses %s, naming the column', (_name, row, fields) => {
    const { verdict, errors } = checker().check(row);
    expect([verdict, errors.map(({ field }) => field)]).toEqual(['refused', fields]);
    for (const { accepted } of errors) expect(accepted).not.toBe('');
  });

  test('sees what the rows before it add', () => {
    const rows = checker();
    expect(rows.check(['RA-9', 'Bakery', 'Ana', '212 555 0100', '1'])).toMatchObject({ notes: ['new_site'] });
    expect(rows.check(['RA-9', '', 'Ben', '212 555 0101', '2'])).toMatchObject({
      verdict: 'create',
      notes: [],
    });
    expect(rows.check(['RA-9', '', 'Ana again', '(212) 555-0100'])).toMatchObject({
      verdict: 'refused',
      errors: [{ field: 'phone', code: 'taken' }],
    });
    expect(rows.check(['RA-9', '', 'Cy', '212 555 0102', '2'])).toMatchObject({
      errors: [{ field: 'slotNumber' }],
    });
    expect(rows.check(['RA-1', '', 'Ana', '416 555 0100'])).toMatchObject({ verdict: 'create' });
  });

  test.each([
    ['yes', true],
    ['X', true],
    ['Sí', true],
    ['oui', true],
    ['', true],
    ['No', false],
    ['0', false],
    ['non', false],
  ])('emergency contact %j is %s', (cell, emergencyContact) => {
    const { contact } = checker().check(['RA-1', '', 'Ana', '416 555 0199', '', cell]);
    expect(contact?.emergencyContact).toBe(emergencyContact);
  });
});
