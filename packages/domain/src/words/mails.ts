import { en } from './mail-words-en.ts';
import { es } from './mail-words-es.ts';
import { fr } from './mail-words-fr.ts';
import type { MailWords } from './mail-words.ts';
import type { ReaderLanguage } from './reader-language.ts';

/** The mails in each language that people read. */
export const MAIL_WORDS: Readonly<Record<ReaderLanguage, MailWords>> = { en, es, fr };
