import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retryAt, type RetryPace } from '../../src/welcome/retry.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOW = new Date('2026-03-04T12:00:00Z');

const waitAfter = (pace: RetryPace, tries: number, random = 1): number | null => {
  const at = retryAt(pace, { tries, wantedAt: NOW, now: NOW, random });
  return at === null ? null : at.getTime() - NOW.getTime();
};

describe('when a text that was not sent is tried again', () => {
  test.each([
    ['soon', 1, SECOND],
    ['soon', 2, 2 * SECOND],
    ['soon', 5, 16 * SECOND],
    ['soon', 9, 256 * SECOND],
    ['soon', 10, 5 * MINUTE],
    ['soon', 500, 5 * MINUTE],
    ['later', 1, 5 * MINUTE],
    ['later', 2, 10 * MINUTE],
    ['later', 4, 40 * MINUTE],
    ['later', 5, HOUR],
    ['later', 40, HOUR],
  ] as const)('%s, after %i tries: %i ms', (pace, tries, wait) => {
    expect(waitAfter(pace, tries)).toBe(wait);
    expect(waitAfter(pace, tries, 0)).toBe(wait / 2);
  });

  test.each([
    ['2026-03-04T12:00:00Z', '2026-03-05T08:00:00Z'],
    ['2026-03-05T07:59:59Z', '2026-03-05T08:00:00Z'],
    ['2026-03-05T08:00:00Z', '2026-03-06T08:00:00Z'],
    // The clocks go forward on 8 March and back on 1 November.
    ['2026-03-08T09:00:00Z', '2026-03-09T07:00:00Z'],
    ['2026-11-01T12:00:00Z', '2026-11-02T08:00:00Z'],
  ])('next day: asked at %s, tried at %s, when carriers count anew', (now, expected) => {
    const at = new Date(now);
    const state = { tries: 1, wantedAt: at, now: at };
    expect(retryAt('next_day', { ...state, random: 0 })).toEqual(new Date(expected));
    expect(retryAt('next_day', { ...state, random: 1 })).toEqual(
      new Date(new Date(expected).getTime() + 30 * MINUTE),
    );
  });

  test.each([
    ['soon', 24 * HOUR],
    ['later', 24 * HOUR],
    ['next_day', 4 * 24 * HOUR],
  ] as const)('%s: given up once it was wanted %i ms ago', (pace, age) => {
    const state = { tries: 3, now: NOW, random: 0 };
    expect(retryAt(pace, { ...state, wantedAt: new Date(NOW.getTime() - age) })).toBeNull();
    const younger = new Date(NOW.getTime() - age + 25 * HOUR);
    expect(retryAt(pace, { ...state, wantedAt: younger })).not.toBeNull();
  });

  test('the next try is later than now and ends some time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<RetryPace>('soon', 'later', 'next_day'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (pace, random) => {
          let now = NOW;
          let tries = 1;
          for (;;) {
            const next = retryAt(pace, { tries, wantedAt: NOW, now, random });
            if (next === null) break;
            expect(next.getTime()).toBeGreaterThan(now.getTime());
            now = next;
            tries += 1;
            expect(tries).toBeLessThan(1_000);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
