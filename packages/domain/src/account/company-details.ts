import { plainLine } from '../shared/plain-text.ts';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';

export const COMPANY_NAME_MAX = 100;
/** Bounds of the welcome texts that one dealer may ask for in a day. */
export const DAILY_CEILING_MAX = 100_000;
/** Until the company sets another. */
export const DAILY_CEILING_DEFAULT = 1000;
/** Of them, for one site: no site has so many new contacts in a day. */
export const DAILY_PER_SITE_MAX = 200;

export const checkCompanyName = (input: string, field = 'name'): Result<string, FieldError> =>
  plainLine(input, field, { max: COMPANY_NAME_MAX });

export const checkDailyCeiling = (input: number): Result<number, FieldError> =>
  Number.isInteger(input) && input >= 0 && input <= DAILY_CEILING_MAX
    ? ok(input)
    : err({
        field: 'dailyWelcomeCeiling',
        code: 'out_of_range',
        message: 'This is no number of texts a day.',
        accepted: `a whole number from 0 to ${DAILY_CEILING_MAX}`,
      });

/** The day that a moment belongs to (UTC), as `YYYY-MM-DD`, and when the next begins. */
export const dayOf = (at: Date): { readonly day: string; readonly nextDay: Date } => ({
  day: at.toISOString().slice(0, 10),
  nextDay: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1)),
});
