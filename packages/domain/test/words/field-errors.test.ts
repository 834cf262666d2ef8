import { describe, expect, test } from 'vitest';
import { checkContact, type ContactInput } from '../../src/contact/contact-details.ts';
import type { FieldError } from '../../src/shared/result.ts';
import { checkSite } from '../../src/site/site-details.ts';
import { fieldErrorIn } from '../../src/words/field-errors.ts';

const SITE = {
  name: 'Ortiz Market',
  accountNumber: '1',
  country: 'US',
  timeZone: 'America/Chicago',
} as const;

const ofContact = (more: Partial<ContactInput>): readonly FieldError[] => {
  const checked = checkContact({ name: 'Ana', phone: '(415) 555-0123', ...more }, { country: 'US' });
  return checked.ok ? [] : checked.error;
};
const ofSite = (more: Partial<Parameters<typeof checkSite>[0]>): readonly FieldError[] => {
  const checked = checkSite({ ...SITE, ...more });
  return checked.ok ? [] : checked.error;
};

/** Something wrong of every kind that the forms of contacts and sites refuse. */
const REFUSED: readonly FieldError[] = [
  ...[
    '',
    'call me',
    '911',
    '415 555 0123 ext 5',
    '41555',
    '4155550123999',
    '+999 1234567',
    '---',
    '+1 200 000 0000',
  ].flatMap((phone) => ofContact({ phone })),
  ...['', 'x'.repeat(101), 'a\nb', '!!!'].flatMap((name) => ofContact({ name })),
  ...ofContact({ email: 'nobody' }),
  ...ofContact({ emailVerification: true }),
  ...ofContact({ slotNumber: 0 }),
  ...ofContact({ language: 'tlh' }),
  ...ofSite({ country: 'XX' }),
  ...ofSite({ timeZone: 'Mars/Olympus' }),
  ...ofSite({ minimumReachable: 0 }),
];

describe.each(['es', 'fr'] as const)('refused fields in %s', (language) => {
  test('there is something of every kind', () => {
    expect(new Set(REFUSED.map(({ code }) => code)).size).toBeGreaterThan(15);
  });

  test.each(REFUSED.map((error) => [`${error.field} ${error.code}`, error] as const))(
    '%s',
    (_name, error) => {
      const read = fieldErrorIn(error, language);
      expect({ field: read.field, code: read.code }).toEqual({ field: error.field, code: error.code });
      expect(read.message).not.toBe(error.message);
      expect(read.accepted).not.toBe('');
    },
  );
});

test('limits are those of the rule', () => {
  const [error] = ofContact({ name: 'x'.repeat(101) });
  expect(fieldErrorIn(error!, 'es').accepted).toBe(
    'de 1 a 100 caracteres en una línea, en cualquier escritura',
  );
});

test('a slot number is one wherever it stands', () => {
  const error = { field: 'slots.3.slotNumber', code: 'taken', message: '', accepted: '' };
  expect(fieldErrorIn(error, 'fr').message).toBe('Un autre contact a ce rang.');
});

test('English stays, and so does what has no other words', () => {
  const error = { field: 'cursor', code: 'unknown_cursor', message: 'Unknown.', accepted: 'one given out' };
  expect(fieldErrorIn(error, 'en')).toBe(error);
  expect(fieldErrorIn(error, 'es')).toBe(error);
  expect(fieldErrorIn({ ...error, code: 'constructor' }, 'fr').message).toBe('Unknown.');
});
