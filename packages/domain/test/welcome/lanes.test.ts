import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANES, LONGEST_LINE, placeInLine, usualLane } from '../../src/welcome/lanes.ts';
import { TEXT_KINDS } from '../../src/welcome/text-message.ts';

const lane = fc.constantFrom(...LANES);
const waiting = fc.nat({ max: 5_000 });

describe('the place of a text among all that wait', () => {
  test('each kind has its usual lane', () => {
    expect(TEXT_KINDS.map((kind) => [kind, usualLane(kind)])).toEqual([
      ['welcome', 'pressed'],
      ['reminder', 'bulk'],
      ['new_link', 'urgent'],
      ['confirmation', 'urgent'],
      ['opt_out_notice', 'urgent'],
      ['help', 'urgent'],
    ]);
  });

  test('a more urgent lane goes first, however many of its dealer wait', () => {
    fc.assert(
      fc.property(lane, lane, waiting, waiting, (a, b, ofA, ofB) => {
        fc.pre(LANES.indexOf(a) < LANES.indexOf(b));
        expect(placeInLine(a, ofA)).toBeGreaterThan(placeInLine(b, ofB));
      }),
    );
  });

  test('within a lane whoever has fewer waiting goes first', () => {
    fc.assert(
      fc.property(lane, waiting, waiting, (of, fewer, more) => {
        fc.pre(fewer < more && fewer < LONGEST_LINE);
        expect(placeInLine(of, fewer)).toBeGreaterThan(placeInLine(of, more));
      }),
    );
  });

  test('two dealers who queue many take turns', () => {
    const places = ['large', 'small'].flatMap((dealer) =>
      Array.from({ length: dealer === 'large' ? 50 : 5 }, (_, n) => ({
        dealer,
        place: placeInLine('bulk', n),
      })),
    );
    const order = places.toSorted((a, b) => b.place - a.place).map(({ dealer }) => dealer);
    expect(order.slice(0, 10).filter((dealer) => dealer === 'small')).toHaveLength(5);
  });
});
