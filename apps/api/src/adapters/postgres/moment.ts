/**
 * Timestamps arrive from the pool as strings in UTC (`2026-11-24 13:29:18.123456+00`), whatever the inferred type
 * says; see `rows/index.ts`.
 */
export const moment = (value: Date | string): Date => new Date(value);

export const momentOrNull = (value: Date | string | null | undefined): Date | null =>
  value === null || value === undefined ? null : new Date(value);

/** As the API writes a moment; null stays null. */
export const iso = (value: Date | null): string | null => (value === null ? null : value.toISOString());
