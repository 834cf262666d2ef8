/** How often something may be tried. */
interface RateLimit {
  readonly points: number;
  readonly seconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Every limit of requests, in one place; the limits of texts are rules of the domain. Sign-ins, second factors and
 * tokens count where they fail.
 */
export const RATE_LIMITS = {
  'sign-in of an account': { points: 10, seconds: 15 * MINUTE },
  'sign-in from an address': { points: 50, seconds: 15 * MINUTE },
  'second factor from an address': { points: 20, seconds: 15 * MINUTE },
  'mail to an account': { points: 5, seconds: HOUR },
  'mail asked for from an address': { points: 20, seconds: HOUR },
  'unknown token from an address': { points: 100, seconds: 15 * MINUTE },
  'account request from an address': { points: 600, seconds: 5 * MINUTE },
  'look-up of a dealer, in a minute': { points: 600, seconds: MINUTE },
  'look-up of a dealer, in a day': { points: 10_000, seconds: DAY },
  'test text of a person, in an hour': { points: 10, seconds: HOUR },
  'test text to a number, in a day': { points: 5, seconds: DAY },
  'test of a webhook, in an hour': { points: 60, seconds: HOUR },
  'failed sign-in noted of an account': { points: 40, seconds: HOUR },
  'unknown sign-in noted at a company': { points: 60, seconds: HOUR },
  'silence about failed sign-ins noted': { points: 1, seconds: HOUR },
  'invitation of a place': { points: 100, seconds: DAY },
} as const satisfies Record<string, RateLimit>;

export type RateLimitName = keyof typeof RATE_LIMITS;

/** Port: counts over all processes. */
export abstract class RateLimits {
  /**
   * Counts once, unless the limit is reached.
   * @param subject whose: an address, an account, a dealer; only its hash is kept
   * @returns when it may be tried again; null: now
   */
  abstract count(limit: RateLimitName, subject: string): Promise<Date | null>;
  /**
   * Whether the limit was reached when this process last counted; costs nothing. Where another process counted since,
   * the next count says so.
   */
  abstract reached(limit: RateLimitName, subject: string): Date | null;
  /** Takes back what was counted last: it was no failure. */
  abstract forgive(limit: RateLimitName, subject: string): Promise<void>;
  /** Begins to count anew. */
  abstract reset(limit: RateLimitName, subject: string): Promise<void>;
}
