import type { en } from './mail-words-en.ts';

/** Every mail that people at a dealer, a company or support get. */
export type MailWords = typeof en;
