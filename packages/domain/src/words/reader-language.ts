import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { ReaderWords } from './reader-words.ts';

/** Languages in which people at a dealer read what is said about their contacts, as BCP 47 tags. */
export const READER_LANGUAGES = ['en', 'es', 'fr'] as const;
export type ReaderLanguage = (typeof READER_LANGUAGES)[number];

/** What is kept as somebody's language; null where it is none of {@link READER_LANGUAGES}, or nothing is kept. */
export const storedReaderLanguage = (stored: string | null | undefined): ReaderLanguage | null =>
  READER_LANGUAGES.find((one) => one === stored) ?? null;

/** The words of each language. */
export const READER_WORDS: Readonly<Record<ReaderLanguage, ReaderWords>> = { en, es, fr };
