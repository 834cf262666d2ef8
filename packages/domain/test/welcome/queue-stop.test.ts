import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnswer, isProviderDown, SILENCES_BEFORE_STOP } from '../../src/welcome/provider-silence.ts';
import {
  isRefusedAtOnce,
  needsAnswerFirst,
  nextProbeAt,
  QUEUE_STOP_CAUSES,
  replacesStop,
} from '../../src/welcome/queue-stop.ts';
import type { HandOver } from '../../src/welcome/text-sender.ts';
import { READER_WORDS } from '../../src/words/reader-language.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const NOW = new Date('2026-03-04T12:00:00Z');

describe('a queue that stands still', () => {
  test.each([
    // cause, refused at once, the provider is asked first, first pause, longest pause
    ['credentials', true, false, MINUTE, 15 * MINUTE],
    ['account_suspended', true, false, MINUTE, 15 * MINUTE],
    ['sender_not_registered', false, false, MINUTE, 15 * MINUTE],
    ['provider_down', true, true, 15 * SECOND, 5 * MINUTE],
  ] as const)('%s', (cause, atOnce, asked, first, longest) => {
    expect(isRefusedAtOnce(cause)).toBe(atOnce);
    expect(needsAnswerFirst(cause)).toBe(asked);
    const pauses = Array.from({ length: 40 }, (_, n) => nextProbeAt(cause, n, NOW).getTime() - NOW.getTime());
    expect(pauses.slice(0, 3)).toEqual([first, 2 * first, 4 * first]);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBe(longest);
  });

  test('what the provider says takes the place of its silence, and nothing else does', () => {
    const pairs = QUEUE_STOP_CAUSES.flatMap((present) =>
      QUEUE_STOP_CAUSES.filter((next) => replacesStop(present, next)).map((next) => `${present} ${next}`),
    );
    expect(pairs).toEqual([
      'provider_down credentials',
      'provider_down account_suspended',
      'provider_down sender_not_registered',
    ]);
  });

  test.each(Object.entries(READER_WORDS))('says why, and who has to do what, in %s', (_language, words) => {
    for (const cause of QUEUE_STOP_CAUSES) {
      const { why, nextStep } = words.queueStops[cause];
      expect(why).toMatch(/\.$/u);
      expect(nextStep).toMatch(/\.$/u);
    }
  });
});

describe('a provider that does not answer', () => {
  const OUTCOMES = ['accepted', 'refused', 'not_processed', 'unreachable', 'unknown'] as const;

  test.each([
    ['accepted', true],
    ['refused', true],
    ['not_processed', true],
    ['unreachable', false],
    ['unknown', false],
  ] as const)('%s is an answer: %s', (outcome, answer) => {
    expect(isAnswer(outcome)).toBe(answer);
  });

  /** After how many outcomes the queue stops; null where it runs on. */
  const stopsAfter = (outcomes: readonly HandOver['kind'][]): number | null => {
    let unanswered = 0;
    for (const [index, outcome] of outcomes.entries()) {
      unanswered = isAnswer(outcome) ? 0 : unanswered + 1;
      if (isProviderDown(unanswered)) return index + 1;
    }
    return null;
  };

  test('the queue stops with the fifth silence in a row, and for nothing less', () => {
    expect(SILENCES_BEFORE_STOP).toBe(5);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OUTCOMES), { maxLength: 60 }), (outcomes) => {
        const letters = outcomes.map((outcome) => (isAnswer(outcome) ? 'a' : 's')).join('');
        const at = letters.indexOf('sssss');
        expect(stopsAfter(outcomes)).toBe(at < 0 ? null : at + 5);
      }),
    );
  });
});
