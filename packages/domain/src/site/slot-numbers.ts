import { err, ok, type FieldError, type Result } from '../shared/result.ts';

/** The number that a contact has in the monitoring centre's automation software; unique within a site. */
export const SLOT_MIN = 1;
export const SLOT_MAX = 999;

export const checkSlotNumber = (slot: number): Result<number, FieldError> =>
  Number.isInteger(slot) && slot >= SLOT_MIN && slot <= SLOT_MAX
    ? ok(slot)
    : err({
        field: 'slotNumber',
        code: 'out_of_range',
        message: 'This is no slot number.',
        accepted: `a whole number from ${SLOT_MIN} to ${SLOT_MAX}`,
      });

/** The lowest slot number that is free, null when all are taken. */
export const nextFreeSlot = (taken: Iterable<number>): number | null => {
  const used = new Set(taken);
  for (let slot = SLOT_MIN; slot <= SLOT_MAX; slot += 1) {
    if (!used.has(slot)) return slot;
  }
  return null;
};
