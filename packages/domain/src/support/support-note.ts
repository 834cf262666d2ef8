import { plainLine } from '../shared/plain-text.ts';
import type { FieldError, Result } from '../shared/result.ts';

export const NOTE_MAX = 2000;

/** What a dealer writes to support: several lines of plain text, judged as if they were one. */
export const checkNote = (input: string, field = 'message'): Result<string, FieldError> => {
  const lines = input.split(/\r\n|[\r\n]/u).map((line) => line.trim());
  const whole = plainLine(lines.join(' '), field, { max: NOTE_MAX });
  if (whole.ok) return { ok: true, value: lines.join('\n').normalize('NFC').trim() };
  const accepted = `1 to ${NOTE_MAX} characters of plain text, or nothing`;
  return { ok: false, error: { ...whole.error, accepted } };
};
