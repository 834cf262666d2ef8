import { describe, expect, test } from 'vitest';
import { checkSenderSetUp, SENDER_NUMBERS_MAX } from '../../src/welcome/sender-details.ts';

const SERVICE = `MG${'0123456789abcdef'.repeat(2)}`;
const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `+1415555${String(1000 + index)}`);

describe('a sender is set up', () => {
  test.each([
    ['(415) 555-0123', [], { kind: 'number', e164: '+14155550123' }, ['+14155550123']],
    // A number texts from itself, whatever else is named.
    [' +447400123456 ', ['nothing'], { kind: 'number', e164: '+447400123456' }, ['+447400123456']],
    [SERVICE, [], { kind: 'messaging_service', sid: SERVICE }, []],
    [
      SERVICE,
      ['(415) 555-0124', '+14155550124'],
      { kind: 'messaging_service', sid: SERVICE },
      ['+14155550124'],
    ],
  ])('%s with %j', (input, from, sender, texts) => {
    expect(checkSenderSetUp(input, from)).toEqual({ ok: true, value: { sender, numbers: texts } });
  });

  test.each([
    ['', [], ['sender']],
    ['call me', [], ['sender']],
    ['MG12', [], ['sender']],
    [SERVICE, ['me too'], ['numbers']],
    [SERVICE, numbers(SENDER_NUMBERS_MAX + 1), ['numbers']],
    ['911', ['911'], ['sender', 'numbers']],
  ])('%s with %j is refused', (input, from, fields) => {
    const checked = checkSenderSetUp(input, from);
    expect(checked.ok ? [] : checked.error.map(({ field }) => field)).toEqual(fields);
  });
});
