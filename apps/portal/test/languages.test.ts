import { expect, test } from 'vitest';
import { bestLanguage } from '../src/words/languages.ts';
import { fr as brandingInFrench } from '../src/pages/branding/words/fr.ts';
import { en } from '../src/words/en/index.ts';
import { es } from '../src/words/es/index.ts';
import { fr } from '../src/words/fr/index.ts';

test.each([
  [['es-MX', 'en'], 'es'],
  [['de-DE', 'fr-CA', 'en'], 'fr'],
  [['de', 'it'], 'en'],
  [['EN-gb'], 'en'],
  [[], 'en'],
])('%j reads %s', (wanted, language) => {
  expect(bestLanguage(wanted)).toBe(language);
});

/** What the words say, with every argument a sample. */
const said = (words: object): string[] =>
  Object.values(words).flatMap((value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String((value as (...given: unknown[]) => unknown)('X', 2, 3))];
    return typeof value === 'object' && value !== null ? said(value) : [];
  });

test.each([es, fr])('$locale says something everywhere, and what it takes is in what it says', (words) => {
  for (const [area, own] of Object.entries(words)) {
    const english = said({ [area]: en[area as keyof typeof en] });
    const translated = said({ [area]: own });
    expect(translated).toHaveLength(english.length);
    for (const [index, text] of translated.entries()) {
      expect(text.trim(), `${area}: ${english[index]}`).not.toBe('');
      expect(text.includes('X'), `${area}: ${text}`).toBe(english[index]?.includes('X'));
    }
  }
});

test('no line of French begins with a mark, or ends with an opening quotation mark', () => {
  const french = [...said(fr), ...said(brandingInFrench)];
  expect(french.filter((text) => / [?!:;»]|« /u.test(text))).toEqual([]);
  expect(french).toContain('Aucun site ne correspond à «\u00A0X\u00A0»');
});
