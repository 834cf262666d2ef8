import type { LineCheckResult } from './line-type.ts';

/** Days after which a number is looked up again, unless the dealer sets another number or none. */
export const RECHECK_AFTER_DAYS = 180;
export const RECHECK_DAYS_MIN = 30;
export const RECHECK_DAYS_MAX = 730;

const MINUTE = 60_000;

/** Pauses between look-ups that gave no verdict: a service that is down, a country that it does not cover. */
const PAUSES_MS = [1 * MINUTE, 10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, 24 * 60 * MINUTE] as const;

/**
 * When a number is looked up again after no verdict; null where there was one, or where it is given up.
 * @param tries how many look-ups in a row have given none
 */
export const lookUpAgainAt = (result: LineCheckResult, tries: number, now: Date): Date | null => {
  const pause = result === 'inconclusive' ? PAUSES_MS[tries - 1] : undefined;
  return pause === undefined ? null : new Date(now.getTime() + pause);
};
