import { parsePhone } from '../phone/phone-number.ts';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';
import type { TextSenderIdentity } from './text-sender.ts';

const SERVICE = /^MG[\da-f]{32}$/iu;

/** The most numbers that a messaging service of a company's texts from. */
export const SENDER_NUMBERS_MAX = 100;

/** A sender as it is set up for a company. */
export interface SenderSetUp {
  readonly sender: TextSenderIdentity;
  /** Numbers that texts come from, E.164; replies to them belong to the company. */
  readonly numbers: readonly string[];
}

const numberFrom = (input: string): string | null => {
  const number = parsePhone(input, 'US');
  return number.ok ? number.value.e164 : null;
};

/** Judges a number or a messaging service of the provider's. */
const checkSender = (input: string): Result<TextSenderIdentity, FieldError> => {
  const typed = input.trim();
  if (SERVICE.test(typed)) return ok({ kind: 'messaging_service', sid: typed });
  const e164 = numberFrom(typed);
  return e164 === null
    ? err({
        field: 'sender',
        code: 'not_a_sender',
        message: 'No text can be sent from this.',
        accepted: 'a number such as +14155550123, or MG and 32 hexadecimal digits',
      })
    : ok({ kind: 'number', e164 });
};

/**
 * Judges a sender with the numbers that it texts from.
 * @param numbers of a messaging service; a number texts from itself
 */
export const checkSenderSetUp = (
  input: string,
  numbers: readonly string[],
): Result<SenderSetUp, readonly FieldError[]> => {
  const sender = checkSender(input);
  if (sender.ok && sender.value.kind === 'number') {
    return ok({ sender: sender.value, numbers: [sender.value.e164] });
  }
  const parsed = numbers.map(numberFrom);
  const known = parsed.filter((number) => number !== null);
  const errors: FieldError[] = sender.ok ? [] : [sender.error];
  if (known.length < parsed.length || known.length > SENDER_NUMBERS_MAX) {
    errors.push({
      field: 'numbers',
      code: 'not_numbers',
      message: 'Not all of these are phone numbers.',
      accepted: `at most ${SENDER_NUMBERS_MAX} numbers such as +14155550123`,
    });
  }
  if (!sender.ok || errors.length > 0) return err(errors);
  return ok({ sender: sender.value, numbers: [...new Set(known)] });
};
