import { newBrandDraft } from '@keyholder/domain/branding/brand-draft';
import { describe, expect, test } from 'vitest';
import type { BrandDraft, DraftEdit } from '../src/api/brands.ts';
import { applyEdit, fieldsOf, joinEdits, withoutFields } from '../src/pages/branding/apply-edit.ts';
import { sectionOf } from '../src/pages/branding/sections.ts';
import { en } from '../src/pages/branding/words/en.ts';
import { es } from '../src/pages/branding/words/es.ts';
import { fr } from '../src/pages/branding/words/fr.ts';

const draft = newBrandDraft({
  name: 'Riverside',
  linkOrigin: 'https://v.example',
  languages: ['en', 'es'],
}) as unknown as BrandDraft;

describe('edits of a draft', () => {
  const first: DraftEdit = { name: 'Acme', languages: { en: { heading: 'Hi', texts: { help: 'a' } } } };
  const then: DraftEdit = { colour: '#112233', languages: { en: { texts: { welcome: 'b' } }, es: null } };
  const both = joinEdits(first, then);

  test('show at once what will be saved', () => {
    const after = applyEdit(draft, both);
    expect(after).toMatchObject({ name: 'Acme', colour: '#112233' });
    expect(after.languages.en).toMatchObject({ heading: 'Hi', texts: { help: 'a', welcome: 'b' } });
    expect(after.languages.es).toBeUndefined();
    expect(applyEdit(draft, { languages: { ar: {} } }).languages.ar?.video).toEqual({ kind: 'built_in' });
    expect(draft.languages.es).toBeDefined();
  });

  test('name the fields that they change, as the API does', () => {
    expect(fieldsOf(both)).toEqual([
      'name',
      'colour',
      'languages.en.heading',
      'languages.en.texts.help',
      'languages.en.texts.welcome',
      'languages.es',
    ]);
    expect(fieldsOf({})).toEqual([]);
  });

  test('lose only the fields that are given up', () => {
    const left = withoutFields(both, new Set(['name', 'languages.en.texts.help', 'languages.es']));
    expect(left).toEqual({
      colour: '#112233',
      languages: { en: { heading: 'Hi', texts: { welcome: 'b' } } },
    });
    expect(fieldsOf(withoutFields(both, new Set(fieldsOf(both))))).toEqual([]);
  });
});

test.each([
  ['logoDark', 'look'],
  ['phone', 'company'],
  ['sender', 'links'],
  ['languages.en.texts.welcome', 'texts'],
  ['languages.fr.video', 'words'],
  ['confirmByReply', 'behaviour'],
])('%s is found under %s', (field, section) => {
  expect(sectionOf(field)).toBe(section);
});

test('the words are there in every language, each its own', () => {
  const flat = (words: object): string[] =>
    Object.values(words).flatMap((value: unknown) =>
      typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? flat(value) : [],
    );
  for (const other of [es, fr]) {
    expect(flat(other)).toHaveLength(flat(en).length);
    expect(flat(other).filter((text) => text.trim() === '')).toEqual([]);
    const same = flat(en).filter(
      (text, index) => text === flat(other)[index] && /[a-z]{8} [a-z]/iu.test(text),
    );
    expect(same).toEqual([]);
  }
});
