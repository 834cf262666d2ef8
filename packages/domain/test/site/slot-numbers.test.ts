import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSlotNumber, nextFreeSlot } from '../../src/site/slot-numbers.ts';

const every = Array.from({ length: 999 }, (_, index) => index + 1);

test('the next free slot is free and all below it are taken', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), (taken) => {
      const slot = nextFreeSlot(taken)!;
      expect(taken).not.toContain(slot);
      expect(every.slice(0, slot - 1).every((lower) => taken.includes(lower))).toBe(true);
      expect(checkSlotNumber(slot).ok).toBe(true);
    }),
  );
});
test('the ends', () => {
  expect(nextFreeSlot([])).toBe(1);
  expect(nextFreeSlot(every.slice(0, -1))).toBe(999);
  expect(nextFreeSlot(every)).toBeNull();
});
