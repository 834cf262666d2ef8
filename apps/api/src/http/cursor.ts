import { z } from 'zod';
import { invalidFields } from './problem.ts';

/** What a list may be sorted by: words, a moment as the database writes it, or a place in a sequence. */
const SORT_VALUES = {
  position: z.string().regex(/^\d{1,18}$/u),
  words: z.string().regex(/^[^\0]*$/u),
  moment: z
    .string()
    .regex(/^\d{4}-[01]\d-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d(?:\.\d{1,6})?[+-]\d{2}(?::\d{2})?$/u),
} as const;

/** A place in a list: the sort value and the id of the last item that was given. Opaque to callers. */
export const cursorOf = (sortValue: string, id: string): string =>
  Buffer.from(JSON.stringify([sortValue, id])).toString('base64url');

/** Reads a cursor that we gave out for a list sorted so; anything else is refused. */
export const readCursor = (
  cursor: string | undefined,
  sortedBy: keyof typeof SORT_VALUES = 'words',
): { readonly sortValue: string; readonly id: string } | null => {
  if (cursor === undefined) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [sortValue, id] = z.tuple([SORT_VALUES[sortedBy], z.uuid()]).parse(place);
    return { sortValue, id };
  } catch {
    throw invalidFields([
      {
        field: 'cursor',
        code: 'unknown_cursor',
        message: 'This cursor was not given out by this list.',
        accepted: 'the nextCursor of the page before, unchanged',
      },
    ]);
  }
};

/** A page from one row more than asked for. */
export const pageFrom = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  placeOf: (row: Row) => { readonly sortValue: string; readonly id: string },
): { items: Item[]; nextCursor: string | null } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const place = rows.length > limit && last !== undefined ? placeOf(last) : null;
  return {
    items: shown.map(toItem),
    nextCursor: place === null ? null : cursorOf(place.sortValue, place.id),
  };
};
