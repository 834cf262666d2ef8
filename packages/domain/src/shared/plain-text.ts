import { err, ok, type FieldError, type Result } from './result.ts';

/**
 * Characters that hide, reorder or break text: controls and line breaks, everything that Unicode says is drawn as
 * nothing (bidirectional marks, overrides and isolates, zero-width space, soft hyphen, Hangul fillers, tags), blank
 * Braille, and lone surrogates. Variation selectors stay (emoji, Mongolian), and so do the zero-width joiners.
 */
const DECEPTIVE =
  /[[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u2800\p{Default_Ignorable_Code_Point}]--[\u200c\u200d\p{Variation_Selector}]]/v;

/**
 * Zero-width (non-)joiner where it can only hide: at either end, or after a letter of a script that does not join.
 * Persian and Indic names and emoji need them elsewhere.
 */
const IDLE_JOINER =
  /(?:^|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{N} \u200c\u200d])[\u200c\u200d]|[\u200c\u200d]$/u;

/** More marks on one letter than any living script writes; used to draw over the lines above and below. */
const STACKED_MARKS = /\p{M}{6,}/u;

/** Length as people count it: code points after composition. */
export const lengthOf = (text: string): number => Array.from(text).length;

/**
 * One line of free text as people type it: composed (NFC), trimmed, runs of spaces of any width (no-break, ideographic)
 * folded to one plain space.
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
  const text = input
    .normalize('NFC')
    .trim()
    .replace(/\p{Zs}+/gu, ' ');
  if (text === '') return refuse('empty', 'Nothing was entered.');
  if (lengthOf(text) > limit.max)
    return refuse('too_long', `${lengthOf(text)} characters are more than ${limit.max}.`);
  if (DECEPTIVE.test(text) || IDLE_JOINER.test(text)) {
    return refuse('unreadable_characters', 'It holds line breaks or invisible characters.');
  }
  if (STACKED_MARKS.test(text))
    return refuse('unreadable_characters', 'It holds too many marks on one letter.');
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse('no_letters', 'It holds no letter and no digit.');
  return ok(text);
};
