import { describe, expect, test } from 'vitest';
import { isReached, markdownTable, plain, ratioOf } from '../bench/figures.ts';
import { inTurns } from '../bench/rounds.ts';
import { median, quantile, spread } from '../bench/statistics.ts';

describe('statistics', () => {
  test('quantiles lie between the values', () => {
    expect([0, 0.5, 0.95, 1].map((share) => quantile([4, 1, 3, 2, 5], share))).toEqual([1, 3, 4.8, 5]);
    expect(quantile([], 0.5)).toBeNaN();
    expect(median([1, 2, 3, 10])).toBe(2.5);
  });
  test('spread is the distance of the extremes, as a share of the median', () => {
    expect(spread([90, 100, 110])).toBeCloseTo(0.2);
    expect(spread([7])).toBe(0);
  });
});

describe('the table', () => {
  const figure = {
    name: 'requests',
    unit: '/s',
    ours: [80, 100, 90],
    against: { name: 'plain', values: [100, 100, 100] },
    aim: { kind: 'at least', value: 0.8 },
  } as const;

  test('compares medians, and says whether the aim is reached', () => {
    expect(ratioOf(figure)).toBe(0.9);
    expect(isReached(figure)).toBe(true);
    expect(isReached({ ...figure, aim: { kind: 'at least', value: 0.95 } })).toBe(false);
    expect(isReached({ ...figure, against: null, aim: { kind: 'at most', value: 90 } })).toBe(true);
    expect(isReached({ ...figure, aim: null })).toBeNull();
  });

  test('has a row for each line, also for what could not be measured', () => {
    const table = markdownTable([
      figure,
      { ...figure, name: 'time', unit: 'ms', ours: [5], against: null, aim: { kind: 'at most', value: 3 } },
      { name: 'against pgbench', skipped: 'it is not here' },
    ]);
    expect(table.split('\n')).toEqual([
      '| figure | Keyholder | plain alternative | ratio | aim | reached |',
      '| --- | --- | --- | --- | --- | --- |',
      '| requests | 90 /s ±11 % | plain: 100 /s ±0 % | 0.9 | ≥ 0.8 | yes |',
      '| time | 5 ms | – | – | ≤ 3 ms | **no** |',
      '| against pgbench | skipped: it is not here |  |  |  |  |',
    ]);
  });

  test.each([
    [1234.5, '1,235'],
    [99.96, '100'],
    [0.9234, '0.92'],
    [0.00456, '0.0046'],
    [Number.NaN, '–'],
  ])('%d is written %s', (value, text) => expect(plain(value)).toBe(text));
});

test('rivals take turns, each first once unmeasured', async () => {
  const order: string[] = [];
  const rival = (name: string) => async () => order.push(name);
  const values = await inTurns({ rounds: 2 }, { a: rival('a'), b: rival('b') });
  expect(order).toEqual(['a', 'b', 'a', 'b', 'b', 'a']);
  expect(values).toEqual({ a: [3, 6], b: [4, 5] });
});
