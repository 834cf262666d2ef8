import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasFailedTooLong,
  nextTryAt,
  pausedUntil,
  WEBHOOK_TRIED_FOR_MS,
} from '../../src/events/webhook-retry.ts';

const SINCE = new Date('2026-03-01T12:00:00Z');
const HOUR = 3_600_000;

describe('when an event is tried again', () => {
  it('soon at first, then ever more seldom, for three days', () => {
    const gaps: number[] = [];
    let now = SINCE;
    for (let tries = 1; tries < 100; tries++) {
      const next = nextTryAt({ tries, since: SINCE, now, random: 0.5 });
      if (next === null) break;
      gaps.push((next.getTime() - now.getTime()) / 1_000);
      now = next;
    }
    expect(gaps.slice(0, 8)).toEqual([5, 15, 45, 135, 405, 1_215, 3_645, 10_935]);
    expect(gaps.length).toBeLessThan(32);
    expect(now.getTime()).toBe(SINCE.getTime() + WEBHOOK_TRIED_FOR_MS);
  });

  it('never in the past, never after three days, never more than five hours apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 0, max: WEBHOOK_TRIED_FOR_MS * 2 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, after, random) => {
          const now = new Date(SINCE.getTime() + after);
          const next = nextTryAt({ tries, since: SINCE, now, random });
          if (after >= WEBHOOK_TRIED_FOR_MS) return next === null;
          if (next === null) return false;
          const gap = next.getTime() - now.getTime();
          return gap > 0 && gap <= 5 * HOUR && next.getTime() - SINCE.getTime() <= WEBHOOK_TRIED_FOR_MS;
        },
      ),
    );
  });
});

describe('an endpoint that fails', () => {
  it.each([
    [0, null],
    [4, null],
    [5, 30_000],
    [6, 60_000],
    [50, 4 * HOUR],
  ])('after %i failures in a row is left alone for %s ms', (failures, pause) => {
    const until = pausedUntil(failures, SINCE);
    expect(until === null ? null : until.getTime() - SINCE.getTime()).toBe(pause);
  });

  it('is disabled after three days without one success', () => {
    const after = (ms: number): Date => new Date(SINCE.getTime() + ms);
    expect(hasFailedTooLong(null, after(100 * WEBHOOK_TRIED_FOR_MS))).toBe(false);
    expect(hasFailedTooLong(SINCE, after(WEBHOOK_TRIED_FOR_MS - 1))).toBe(false);
    expect(hasFailedTooLong(SINCE, after(WEBHOOK_TRIED_FOR_MS))).toBe(true);
  });
});
