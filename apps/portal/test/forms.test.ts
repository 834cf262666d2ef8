import { describe, expect, test } from 'vitest';
import { visibleError } from '../src/forms/visible-error.ts';
import { checkContactDraft, EMPTY_CONTACT, toNewContact } from '../src/pages/create-contact/contact-draft.ts';
import { checkSiteDraft, emptySite, toNewSite } from '../src/pages/add-site/site-draft.ts';

const error = (field: string, code: string) => ({ field, code, message: '', accepted: '' });

describe('an error shows', () => {
  const quiet = { found: [error('name', 'empty')], refused: [], left: new Set<string>(), attempted: false };

  test('not while the field was never left', () => {
    expect(visibleError('name', quiet)).toBeNull();
  });
  test('once it was left', () => {
    expect(visibleError('name', { ...quiet, left: new Set(['name']) })?.code).toBe('empty');
  });
  test('once submitting was tried', () => {
    expect(visibleError('name', { ...quiet, attempted: true })?.code).toBe('empty');
  });
  test('at its own field only', () => {
    expect(visibleError('phone', { ...quiet, attempted: true })).toBeNull();
  });
  test('at once where the server refused', () => {
    expect(visibleError('phone', { ...quiet, refused: [error('phone', 'taken')] })?.code).toBe('taken');
  });
});

describe('a contact as typed', () => {
  const holders = new Map([[3, 'Dana Ortiz']]);
  const dana = { ...EMPTY_CONTACT, name: 'Robin Okafor', phone: '(212) 456-7890' };
  const codes = (draft: typeof dana) =>
    checkContactDraft(draft, 'US', holders).map(({ field, code }) => `${field}: ${code}`);

  test('is fine with name and phone', () => {
    expect(codes(dana)).toEqual([]);
  });
  test('says every field that is wrong', () => {
    expect(codes({ ...EMPTY_CONTACT, email: 'robin@', slotNumber: 'two' })).toEqual([
      'name: empty',
      'phone: empty',
      'email: not_an_email',
      'slotNumber: out_of_range',
    ]);
  });
  test('names who has a slot number', () => {
    const [taken] = checkContactDraft({ ...dana, slotNumber: '3' }, 'US', holders);
    expect(taken).toMatchObject({
      field: 'slotNumber',
      code: 'taken',
      message: 'Dana Ortiz has this slot number.',
    });
  });
  test('gives nothing where nothing was typed', () => {
    expect(toNewContact(dana)).toEqual({
      name: 'Robin Okafor',
      phone: '(212) 456-7890',
      email: null,
      emailVerification: false,
      title: null,
      slotNumber: null,
      emergencyContact: true,
      language: null,
    });
  });
  test('has no verification by email without an email', () => {
    expect(toNewContact({ ...dana, emailVerification: true }).emailVerification).toBe(false);
    expect(toNewContact({ ...dana, emailVerification: true, email: 'r@example.com' }).emailVerification).toBe(
      true,
    );
  });
});

describe('a site as typed', () => {
  const site = { ...emptySite('America/Chicago', 'en-CA'), name: 'Ortiz Market', accountNumber: '10442' };

  test('starts with the zone and country of this computer', () => {
    expect(site).toMatchObject({ timeZone: 'America/Chicago', country: 'CA', minimumReachable: '2' });
    expect(emptySite('UTC', 'en').country).toBe('US');
    expect(checkSiteDraft(site)).toEqual([]);
  });
  test('refuses a count that is none', () => {
    expect(checkSiteDraft({ ...site, minimumReachable: 'many' }).map(({ field }) => field)).toEqual([
      'minimumReachable',
    ]);
  });
  test('takes an empty count for the usual one', () => {
    expect(toNewSite({ ...site, minimumReachable: ' ' }).minimumReachable).toBe(2);
  });
});
