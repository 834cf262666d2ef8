import type { FieldError } from '../shared/result.ts';
import { fieldWordsEs } from './field-words-es.ts';
import { fieldWordsFr } from './field-words-fr.ts';
import type { ReaderLanguage } from './reader-language.ts';

/** How a refusal of a field reads in a language. */
export interface FieldWords {
  /** What is wrong. */
  readonly message: string;
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

/**
 * The same refusal in the reader's language; field and code stay. What only programs meet (unknown fields, branding
 * files) has no words but the English ones and stays as it is.
 */
export const fieldErrorIn = (error: FieldError, language: ReaderLanguage): FieldError => {
  if (language === 'en') return error;
  const words = WORDS[language];
  const specific = `${lastPart(error.field)}.${error.code}`;
  const key = [specific, error.code].find((one) => Object.hasOwn(words, one));
  const found = key === undefined ? undefined : words[key];
  if (found === undefined) return error;
  const { message, accepted } = found;
  return {
    ...error,
    message,
    accepted: typeof accepted === 'string' ? accepted : accepted(error.accepted.match(/\d+/gu) ?? []),
  };
};
