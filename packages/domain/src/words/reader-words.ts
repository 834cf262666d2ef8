import type { en } from './en.ts';

/** Every key of the words that people at a dealer read. */
export type ReaderWords = typeof en;
