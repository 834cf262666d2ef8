import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthOf, plainLine } from '../../src/shared/plain-text.ts';

const read = (input: string, max = 100): { value: string } | { code: string } => {
  const line = plainLine(input, 'name', { max });
  return line.ok ? { value: line.value } : { code: line.error.code };
};

describe('names that are kept', () => {
  test.each<[string, string]>([
    ['Dana Ortiz', 'Dana Ortiz'],
    ['  Dana   Ortiz ', 'Dana Ortiz'],
    ['Dana\u00a0Ortiz', 'Dana Ortiz'],
    ['田中\u3000太郎', '田中 太郎'],
    ['Dana\u2009\u202f Ortiz', 'Dana Ortiz'],
    ['Rene\u0301', 'Ren\u00e9'],
    ["O'Brien-Ng, Jr.", "O'Brien-Ng, Jr."],
    ['علي حسن', 'علي حسن'],
    ['נועה', 'נועה'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['क्\u200dष', 'क्\u200dष'],
    ['Nguyễn Văn Ơn', 'Nguyễn Văn Ơn'],
    ['Dana 🚗', 'Dana 🚗'],
    ['Dana 👨\u200d👩\u200d👧', 'Dana 👨\u200d👩\u200d👧'],
    ['Dana ❤\ufe0f', 'Dana ❤\ufe0f'],
    ['Z\u0335\u0336\u0337\u0338\u0332', 'Z\u0335\u0336\u0337\u0338\u0332'.normalize('NFC')],
    ['7', '7'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j', (input, value) => {
    expect(read(input)).toEqual({ value });
  });
});

describe('names that are refused', () => {
  test.each<[string, string, string]>([
    ['nothing', '', 'empty'],
    ['only spaces', ' \u00a0\u3000 ', 'empty'],
    ['a line break', 'Dana\nOrtiz', 'unreadable_characters'],
    ['a tab', 'Dana\tOrtiz', 'unreadable_characters'],
    ['NUL', 'Dana\0', 'unreadable_characters'],
    ['a line separator', 'Dana\u2028Ortiz', 'unreadable_characters'],
    ['zero-width space', 'Da\u200bna', 'unreadable_characters'],
    ['word joiner', 'Da\u2060na', 'unreadable_characters'],
    ['soft hyphen', 'Da\u00adna', 'unreadable_characters'],
    ['byte order mark inside', 'Da\ufeffna', 'unreadable_characters'],
    ['right-to-left override', 'Dana \u202eziTrO', 'unreadable_characters'],
    ['left-to-right mark', 'Dana\u200e', 'unreadable_characters'],
    ['isolate', '\u2067Dana', 'unreadable_characters'],
    ['Arabic letter mark', 'Da\u061cna', 'unreadable_characters'],
    ['lone surrogate', 'Dana \ud83d', 'unreadable_characters'],
    ['Hangul filler that looks like nothing', '\u3164', 'unreadable_characters'],
    ['blank Braille', 'Dana\u2800', 'unreadable_characters'],
    ['hidden tags', 'Dana\u{e0041}', 'unreadable_characters'],
    ['joiner in a Latin name', 'Da\u200cna', 'unreadable_characters'],
    ['joiner at the start', '\u200dعلي', 'unreadable_characters'],
    ['joiner at the end', 'علي\u200c', 'unreadable_characters'],
    ['many joiners', 'می\u200c\u200c\u200cخ', 'unreadable_characters'],
    ['stacked marks', `Z${'\u0335'.repeat(6)}algo`, 'unreadable_characters'],
    ['only emoji', '🚗🚗', 'no_letters'],
    ['only punctuation', '---', 'no_letters'],
    ['10,000 characters', 'a'.repeat(10_000), 'too_long'],
  ])('%s', (_name, input, code) => {
    expect(read(input)).toEqual({ code });
  });
});

describe('length', () => {
  test.each(['a', 'é', 'e\u0301', '田', '𠮷'])('100 of %j fit, 101 do not', (one) => {
    expect(read(one.repeat(100))).toEqual({ value: one.normalize('NFC').repeat(100) });
    expect(read(one.repeat(101))).toEqual({ code: 'too_long' });
  });
  test('spaces around and between do not count', () => {
    expect(read(`  ${'a'.repeat(50)}     ${'b'.repeat(49)} `)).toEqual({
      value: `${'a'.repeat(50)} ${'b'.repeat(49)}`,
    });
  });
  test('code points, not code units', () => {
    expect(lengthOf('𠮷')).toBe(1);
  });
});

test('a line that was accepted is accepted again, unchanged', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', ' ', '\u00a0', 'e', '\u0301', 'ا', '\u200c', '🚗', '1', '\u1100', '\u1161'),
    maxLength: 30,
  });
  fc.assert(
    fc.property(
      fc.oneof(letters, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
      (input) => {
        const once = read(input, 60);
        if ('value' in once) expect(read(once.value, 60)).toEqual(once);
      },
    ),
    { numRuns: 3000 },
  );
});
