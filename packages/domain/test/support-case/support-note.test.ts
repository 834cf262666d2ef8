import { describe, expect, test } from 'vitest';
import { checkNote, NOTE_MAX } from '../../src/support/support-note.ts';

describe('a note to support', () => {
  test.each([
    ['one line', ' It is a cell phone. ', 'It is a cell phone.'],
    ['several lines', 'It is a cell phone.\r\n\r\n  I called it. ', 'It is a cell phone.\n\nI called it.'],
    ['the longest', 'x'.repeat(NOTE_MAX), 'x'.repeat(NOTE_MAX)],
  ])('%s', (_name, input, kept) => {
    expect(checkNote(input)).toEqual({ ok: true, value: kept });
  });
  test.each([
    ['too long', 'x'.repeat(NOTE_MAX + 1), 'too_long'],
    ['blank lines', ' \n \n', 'empty'],
    ['turned round', 'abc\u202edef', 'unreadable_characters'],
  ])('refused: %s', (_name, input, code) => {
    expect(checkNote(input)).toMatchObject({ ok: false, error: { field: 'message', code } });
  });
});
