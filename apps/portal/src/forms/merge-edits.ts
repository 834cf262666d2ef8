import { isSame } from './is-same.ts';

/** A field that two people have changed differently, starting from the same thing. */
export interface Clash<Values> {
  readonly field: keyof Values;
  readonly mine: Values[keyof Values];
  readonly theirs: Values[keyof Values];
}

/**
 * Brings what I have typed together with what somebody else has saved meanwhile: each keeps what only they changed.
 * Where both changed a field it stays as I typed it, and is reported.
 * @param base what both started from
 */
export const mergeEdits = <Values extends object>(
  base: Values,
  mine: Values,
  theirs: Values,
): { readonly merged: Values; readonly clashes: readonly Clash<Values>[] } => {
  const merged = { ...theirs };
  const clashes: Clash<Values>[] = [];
  for (const field of Object.keys(base) as (keyof Values)[]) {
    if (isSame(mine[field], base[field])) continue;
    merged[field] = mine[field];
    if (!isSame(theirs[field], base[field]) && !isSame(theirs[field], mine[field])) {
      clashes.push({ field, mine: mine[field], theirs: theirs[field] });
    }
  }
  return { merged, clashes };
};

/** The fields of `now` that are not what they were. */
export const changedFields = <Values extends object>(before: Values, now: Values): Partial<Values> =>
  Object.fromEntries(
    Object.entries(now).filter(([field, value]) => before[field as keyof Values] !== value),
  ) as Partial<Values>;
