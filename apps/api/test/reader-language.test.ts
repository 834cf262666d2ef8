import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { describe, expect, test } from 'vitest';
import { readerLanguage } from '../src/http/reader-language.ts';

describe('Accept-Language', () => {
  test.each<[string | undefined, ReaderLanguage]>([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['es', 'es'],
    ['ES-mx', 'es'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['de, es;q=0.5', 'es'],
    ['en;q=0.2, fr;q=0.9', 'fr'],
    ['es;q=0, fr;q=0.1', 'fr'],
    ['est', 'en'],
    ['fr;q=nonsense', 'fr'],
    [';;;,,,', 'en'],
  ])('%s reads %s', (header, language) => {
    expect(readerLanguage(header)).toBe(language);
  });
});
