import { expect, test } from 'vitest';
import { LINE_CHECK_RESULTS } from '../../src/phone/line-type.ts';
import { lookUpAgainAt } from '../../src/phone/recheck.ts';
import { MINUTE, NOW } from '../support/facts.ts';

test.each([
  [1, MINUTE],
  [2, 10 * MINUTE],
  [3, 60 * MINUTE],
  [4, 360 * MINUTE],
  [5, 1440 * MINUTE],
  [6, null],
])('after %i look-ups without a verdict: %s', (tries, pause) => {
  const again = lookUpAgainAt('inconclusive', tries, NOW);
  expect(again === null ? null : again.getTime() - NOW.getTime()).toBe(pause);
});

test('a verdict is not looked up again at once', () => {
  for (const result of LINE_CHECK_RESULTS) {
    if (result !== 'inconclusive') expect(lookUpAgainAt(result, 1, NOW)).toBeNull();
  }
});
