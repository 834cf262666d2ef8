import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftChanges, editDraft, type DraftEdit } from '../../src/branding/draft-edit.ts';
import { draft } from './fixture.ts';

const edited = (edit: DraftEdit) => {
  const result = editDraft(draft(), edit);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const refused = (edit: DraftEdit): string[] => {
  const result = editDraft(draft(), edit);
  return result.ok ? [] : result.error.map(({ field, code }) => `${field} ${code}`);
};

describe('an edit of a draft', () => {
  test('changes what is given and keeps the rest', () => {
    const after = edited({ name: '  Acme  Alarm ', colour: '#AABBCC', phone: '(212) 555-0100' });
    expect(after).toEqual({ ...draft(), name: 'Acme Alarm', colour: '#aabbcc', phone: '+12125550100' });
    expect(draftChanges(draft(), after)).toEqual(['name', 'phone', 'colour']);
  });

  test('brings a language with the built-in words, changes one word of another, takes one away', () => {
    const after = edited({ languages: { fr: null, es: { texts: { help: '{{brand}} {{phone}} STOP' } } } });
    expect(Object.keys(after.languages)).toEqual(['en', 'es', 'ar']);
    expect(after.languages.es?.texts.help).toBe('{{brand}} {{phone}} STOP');
    expect(after.languages.es?.texts.welcome).toBeNull();
    expect(draftChanges(draft(), after)).toEqual(['languages.es.texts.help', 'languages.fr']);
    expect(edited({ languages: { es: { heading: 'Hola' } } }).languages.es?.heading).toBe('Hola');
    expect(edited({ languages: { es: { heading: ' ' } } }).languages.es?.heading).toBeNull();
  });

  test('empties what may be empty', () => {
    const after = edited({ phone: '', website: null, privacyUrl: '  ', reminderDays: null, sender: null });
    expect(after).toMatchObject({
      phone: null,
      website: null,
      privacyUrl: null,
      reminderDays: null,
      sender: null,
    });
  });

  test.each<[string, DraftEdit, string[]]>([
    ['no name', { name: ' ' }, ['name empty']],
    ['no phone number', { phone: '12' }, ['phone too_short']],
    ['an unknown country', { phone: '12', phoneCountry: 'XX' }, ['phoneCountry unknown_country']],
    ['a script as website', { website: 'javascript:alert(1)' }, ['website not_an_address']],
    ['a user in an address', { privacyUrl: 'https://a:b@acme.example/' }, ['privacyUrl not_an_address']],
    ['an address with a quote', { termsUrl: 'https://acme.example/"x' }, ['termsUrl not_an_address']],
    ['a style sheet as colour', { colour: '#fff}*{}' }, ['colour not_a_colour']],
    ['a link origin with a path', { linkOrigin: 'https://acme.example/x' }, ['linkOrigin not_an_origin']],
    [
      'a blocks template',
      { languages: { en: { texts: { welcome: '{{#if a}}{{/if}}' } } } },
      ['languages.en.texts.welcome not_a_variable'],
    ],
    [
      'a contact’s name on a page',
      { languages: { en: { heading: '{{contact}}' } } },
      ['languages.en.heading unknown_variable'],
    ],
    [
      'two lines of heading',
      { languages: { en: { heading: 'a\nb' } } },
      ['languages.en.heading unreadable_characters'],
    ],
    [
      'an override character',
      { languages: { en: { body: 'a\u202eb' } } },
      ['languages.en.body unreadable_characters'],
    ],
    ['a language without pages', { languages: { de: {} } }, ['languages.de unknown_language']],
    ['the first language taken away', { languages: { en: null } }, ['languages.en no_words']],
    ['a first language without words', { languages: { fr: null }, language: 'fr' }, ['language no_words']],
    ['a reminder never', { reminderDays: 0 }, ['reminderDays out_of_range']],
    ['links for ever', { linkLifeDays: 1000 }, ['linkLifeDays out_of_range']],
    ['everything at once', { name: '', colour: 'red' }, ['name empty', 'colour not_a_colour']],
  ])('is refused: %s', (_, edit, expected) => {
    expect(refused(edit)).toEqual(expected);
  });

  test('never throws, whatever is typed into words and addresses', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const words = { heading: one, body: other, texts: { welcome: one, help: other } };
        editDraft(draft(), {
          name: one,
          phone: other,
          website: one,
          linkOrigin: other,
          languages: { en: words },
        });
      }),
    );
  });

  test('what was accepted is no change when it is entered again', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, body) => {
        const edit: DraftEdit = { name, languages: { en: { body } } };
        const once = editDraft(draft(), edit);
        if (!once.ok) return;
        const again = editDraft(once.value, {
          name: once.value.name,
          languages: { en: { body: once.value.languages.en?.body } },
        });
        expect(again.ok && draftChanges(once.value, again.value)).toEqual([]);
      }),
    );
  });
});
