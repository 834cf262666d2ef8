import { describe, expect, test } from 'vitest';
import { banner } from '../../src/contact/banner.ts';
import { FAILURE_REASONS } from '../../src/welcome/text-message.ts';
import { READER_LANGUAGES, READER_WORDS, type ReaderLanguage } from '../../src/words/reader-language.ts';
import { contact, NOW, OPTED_OUT, text } from '../support/facts.ts';

/** Every key of the words as a path, with what it says; a sentence with blanks is said with `…` in them. */
const said = (words: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[at, value] as const];
    if (typeof value === 'function')
      return [[at, String((value as (...of: string[]) => unknown)('…', '…', '…'))]];
    return said(value as object, at);
  });

const keysOf = (language: ReaderLanguage): readonly string[] =>
  said(READER_WORDS[language]).map(([key]) => key);

describe('the words of every language', () => {
  test.each(READER_LANGUAGES)('%s says every key', (language) => {
    expect(keysOf(language).toSorted()).toEqual(keysOf('en').toSorted());
    expect(keysOf('en').length).toBeGreaterThan(100);
    expect(said(READER_WORDS[language]).filter(([, words]) => words.trim() === '')).toEqual([]);
  });

  /** Words that are spelt alike in both languages. */
  const ALIKE = new Set(['statuses.confirmed', 'timeline.fields.email']);
  test.each(['es', 'fr'] as const)('%s leaves nothing in English', (language) => {
    const english = new Map(said(READER_WORDS.en));
    const left = said(READER_WORDS[language]).filter(
      ([key, words]) => !ALIKE.has(key) && english.get(key) === words && /[a-z]/u.test(words),
    );
    expect(left).toEqual([]);
  });

  test.each(READER_LANGUAGES)('%s says which blanks English fills', (language) => {
    const blanks = (of: ReaderLanguage) =>
      said(READER_WORDS[of]).map(([key, words]) => [key, words.split('…').length - 1]);
    expect(Object.fromEntries(blanks(language))).toEqual(Object.fromEntries(blanks('en')));
  });
});

test('the banner speaks the language that it is given; colours and kinds are the same', () => {
  const facts = contact({ optOut: OPTED_OUT });
  const [english, french] = [banner(facts, NOW), banner(facts, NOW, READER_WORDS.fr)];
  expect(french.status.text).toBe('Désinscrit');
  expect(french.chip.text).toBe('Non vérifié');
  expect({ ...french.status, text: '', advice: '' }).toEqual({ ...english.status, text: '', advice: '' });
});

test.each(FAILURE_REASONS)('the failure %s reads Spanish to the end', (reason) => {
  const { status } = banner(contact({ texts: [text('failed', { reason })] }), NOW, READER_WORDS.es);
  expect(status.text).toBe(`Error de envío: ${READER_WORDS.es.failures[reason].why}`);
  expect(status.advice).toBe(READER_WORDS.es.failures[reason].nextStep);
});
