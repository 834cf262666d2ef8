import { err, ok, type FieldError, type Result } from './result.ts';

/**
 * Characters that hide, reorder or break text: controls and line breaks, bidirectional overrides and isolates,
 * zero-width space, word joiner, byte order mark, and lone surrogates. Zero-width (non-)joiner stay: Persian and
 * Indic names need them.
 */
const DECEPTIVE = /[\p{Cc}\p{Cs}\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** More marks on one letter than any living script writes; used to draw over the lines above and below. */
const STACKED_MARKS = /\p{M}{6,}/u;

/** Length as people count it: code points after composition. */
export const lengthOf = (text: string): number => [...text].length;

/**
 * One line of free text as people type it: composed (NFC), trimmed, runs of white space folded to one space.
 * Refused when empty, too long, or holding characters that hide, reorder or break text.
 */
export const plainLine = (
  input: string,
  field: string,
  limit: { readonly max: number },
): Result<string, FieldError> => {
  const accepted = `1 to ${limit.max} characters on one line, in any script`;
  const refuse = (code: string, message: string): Result<string, FieldError> =>
    err({ field, code, message, accepted });
  const text = input.normalize('NFC').trim().replace(/ {2,}/gu, ' ');
  if (text === '') return refuse('empty', 'Nothing was entered.');
  if (lengthOf(text) > limit.max)
    return refuse('too_long', `${lengthOf(text)} characters are more than ${limit.max}.`);
  if (DECEPTIVE.test(text)) {
    return refuse('unreadable_characters', 'It holds line breaks or invisible characters.');
  }
  if (STACKED_MARKS.test(text))
    return refuse('unreadable_characters', 'It holds too many marks on one letter.');
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse('no_letters', 'It holds no letter and no digit.');
  return ok(text);
};
