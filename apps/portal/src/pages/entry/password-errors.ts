import type { FieldError } from '@keyholder/domain/shared/result';
import type { Words } from '../../words/en/index.ts';

const SHORTEST = 10;

/** What is to be said about a password that somebody chooses; the server judges again. */
export const passwordErrors = (
  password: string,
  words: Words['entry'],
  field = 'password',
): readonly FieldError[] =>
  password.length >= SHORTEST
    ? []
    : [{ field, code: 'too_short', message: words.passwordShort, accepted: '' }];
