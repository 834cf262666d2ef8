import { describe, expect, test } from 'vitest';
import { checkContact, type ContactInput } from '../../src/contact/contact-details.ts';
import type { FieldError, Result } from '../../src/shared/result.ts';
import { checkApiKey } from '../../src/account/api-key-details.ts';
import { checkDailyCeiling } from '../../src/account/company-details.ts';
import { checkInvitation } from '../../src/account/invitation.ts';
import { newBrandDraft } from '../../src/branding/brand-draft.ts';
import { editDraft } from '../../src/branding/draft-edit.ts';
import { UPLOAD_ACCEPTED } from '../../src/branding/upload-limits.ts';
import { checkWebhook } from '../../src/events/webhook.ts';
import { checkDealerSettings } from '../../src/time/dealer-settings.ts';
import { textTemplate } from '../../src/welcome/text-template.ts';
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

const NOW = new Date('2026-11-25T12:00:00Z');
const errorsOf = (checked: Result<unknown, FieldError | readonly FieldError[]>): readonly FieldError[] =>
  checked.ok ? [] : [checked.error].flat();

/** Something wrong of every kind that forms refuse. */
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
  ...errorsOf(checkApiKey({ name: 'x', scopes: [], expiresAt: new Date(0) }, ['a'], NOW)),
  ...errorsOf(checkApiKey({ name: 'x', scopes: ['b'], expiresAt: new Date('2040-01-01') }, ['a'], NOW)),
  ...errorsOf(checkInvitation({ email: 'nobody', role: 'king' }, { companyId: 'c', dealerId: null })),
  ...errorsOf(checkDailyCeiling(-1)),
  ...errorsOf(
    checkDealerSettings({
      reminderAfterDays: 0,
      recheckAfterDays: 1,
      quietHours: { from: '23:00', until: '05:00' },
    }),
  ),
  ...['https://' + 'x'.repeat(1000), 'ftp://x', 'http://localhost', 'http://a.example'].flatMap((url) =>
    errorsOf(checkWebhook({ url, description: 'x', kinds: [] }, false)),
  ),
  ...errorsOf(checkWebhook({ url: 'https://a.example', description: '', kinds: ['none'] }, false)),
  ...['{{brand', '{{#if x}}', '{{nobody}}', '{link}'].flatMap((text) => errorsOf(textTemplate(text))),
  ...errorsOf(
    editDraft(newBrandDraft({ name: 'x', linkOrigin: 'https://x.example', languages: ['en'] }), {
      website: 'nowhere',
      linkOrigin: 'nowhere',
      colour: 'red',
      language: 'fr',
      reminderDays: 99,
      linkLifeDays: 0,
      languages: { en: { heading: 'x'.repeat(2000), texts: { help: 'x'.repeat(2000) } } },
    }),
  ),
  ...(['logo', 'poster', 'video', 'captions'] as const).map((kind) => ({
    field: 'file',
    code: 'not_usable',
    message: `The picture is damaged or not what it claims to be. Send ${UPLOAD_ACCEPTED[kind]}.`,
    accepted: UPLOAD_ACCEPTED[kind],
  })),
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
      expect(read.accepted).not.toMatch(/undefined|\b(?:of|or|such as)\b/u);
    },
  );
});

test('limits are those of the rule', () => {
  const [error] = ofContact({ name: 'x'.repeat(101) });
  expect(fieldErrorIn(error!, 'es').accepted).toBe(
    'de 1 a 100 caracteres en una línea, en cualquier escritura',
  );
});

test('what is refused is named, and times are whole', () => {
  const [unknown] = errorsOf(textTemplate('Hello {{nobody}}'));
  expect(fieldErrorIn(unknown!, 'es').message).toBe('No existe la variable {{nobody}}.');
  const late = { reminderAfterDays: 3, recheckAfterDays: 90, quietHours: { from: '23:00', until: '08:00' } };
  const [time] = errorsOf(checkDealerSettings(late));
  expect(fieldErrorIn(time!, 'fr').accepted).toBe('une heure de 17:00 à 21:00, comme HH:MM');
});

test('a slot number is one wherever it stands', () => {
  const error = { field: 'slots.3.slotNumber', code: 'taken', message: '', accepted: '' };
  expect(fieldErrorIn(error, 'fr').message).toBe('Un autre contact a ce rang.');
});

test('English stays, and so does what has no other words', () => {
  const error = { field: 'cursor', code: 'unknown_cursor', message: 'Unknown.', accepted: 'one given out' };
  expect(fieldErrorIn(error, 'en')).toBe(error);
  expect(fieldErrorIn(error, 'es')).toEqual(error);
  expect(fieldErrorIn({ ...error, code: 'constructor' }, 'fr').message).toBe('Unknown.');
});
