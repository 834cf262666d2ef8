import { plainLine } from '../shared/plain-text.ts';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';

export const API_KEY_NAME_MAX = 60;
/** The longest that a key may live, in days. */
export const API_KEY_LIFE_MAX_DAYS = 730;

const DAY_MS = 24 * 60 * 60 * 1000;

export interface ApiKeyDetails {
  readonly name: string;
  /** In the order in which the product lists them. */
  readonly scopes: readonly string[];
  /** Null: it lives until it is revoked. */
  readonly expiresAt: Date | null;
}

/**
 * Judges a key that somebody wants.
 * @param known every scope that there is
 */
export const checkApiKey = (
  input: { readonly name: string; readonly scopes: readonly string[]; readonly expiresAt: Date | null },
  known: readonly string[],
  now: Date,
): Result<ApiKeyDetails, readonly FieldError[]> => {
  const errors: FieldError[] = [];
  const name = plainLine(input.name, 'name', { max: API_KEY_NAME_MAX });
  if (!name.ok) errors.push(name.error);
  const unknown = input.scopes.filter((scope) => !known.includes(scope));
  if (unknown.length > 0 || input.scopes.length === 0) {
    errors.push({
      field: 'scopes',
      code: unknown.length > 0 ? 'unknown' : 'empty',
      message:
        unknown.length > 0
          ? `There is no scope ${unknown.join(', ')}.`
          : 'A key without scopes can do nothing.',
      accepted: `one or more of ${known.join(', ')}`,
    });
  }
  const { expiresAt } = input;
  const latest = now.getTime() + API_KEY_LIFE_MAX_DAYS * DAY_MS;
  if (expiresAt !== null && (expiresAt <= now || expiresAt.getTime() > latest)) {
    errors.push({
      field: 'expiresAt',
      code: expiresAt <= now ? 'past' : 'too_late',
      message: expiresAt <= now ? 'This is in the past.' : 'A key may not live that long.',
      accepted: `a moment within the next ${API_KEY_LIFE_MAX_DAYS} days, or null`,
    });
  }
  if (!name.ok || errors.length > 0) return err(errors);
  return ok({ name: name.value, scopes: known.filter((scope) => input.scopes.includes(scope)), expiresAt });
};
