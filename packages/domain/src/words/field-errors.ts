import type { FieldError } from '../shared/result.ts';
import { fileWordsIn } from './file-words.ts';
import { fieldWordsEs } from './field-words-es.ts';
import { fieldWordsFr } from './field-words-fr.ts';
import type { ReaderLanguage } from './reader-language.ts';

/** How a refusal of a field reads in a language. */
export interface FieldWords {
  /** What is wrong; names are taken from the rule's own words: variables, and what stands in quotation marks. */
  readonly message: string | ((names: readonly string[]) => string);
  /** What would be accepted; limits are taken from the rule's own words, in their order. */
  readonly accepted: string | ((limits: readonly string[]) => string);
}

/** A code, or `field.code` where the words differ by field. */
export type FieldKey = keyof typeof fieldWordsEs;

const WORDS: Readonly<Record<Exclude<ReaderLanguage, 'en'>, Readonly<Record<string, FieldWords>>>> = {
  es: fieldWordsEs,
  fr: fieldWordsFr,
};

/** Fields that are a phone, slot number or name under another name, as `slots.0.slotNumber` is a slot number. */
const lastPart = (field: string): string => field.slice(field.lastIndexOf('.') + 1);

/** Times, dates and numbers. */
const LIMITS = /\d+(?::\d\d)?/gu;
const NAMES = /\{\{[^}]*\}\}|“[^”]*”/gu;

/** The same refusal in the reader's language; field and code stay, and so does what has no words but the English ones. */
export const fieldErrorIn = (error: FieldError, language: ReaderLanguage): FieldError => {
  if (language === 'en') return error;
  const words = WORDS[language];
  const specific = `${lastPart(error.field)}.${error.code}`;
  const key = [specific, error.code].find((one) => Object.hasOwn(words, one));
  const found = key === undefined ? undefined : words[key];
  if (found === undefined) return { ...error, ...fileWordsIn(error, language) };
  const { message, accepted } = found;
  return {
    ...error,
    message: typeof message === 'string' ? message : message(error.message.match(NAMES) ?? []),
    accepted: typeof accepted === 'string' ? accepted : accepted(error.accepted.match(LIMITS) ?? []),
  };
};
