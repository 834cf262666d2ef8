/// <reference lib="esnext.temporal" />

/**
 * When a text that was provably not sent is handed over again by ourselves. `soon`: the provider takes no more at this
 * moment, or cannot be reached. `later`: the sender's queue at the provider is full, or the text grew old in it.
 * `next_day`: a daily allowance is used up.
 */
export type RetryPace = 'soon' | 'later' | 'next_day';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const FIRST_PAUSE = { soon: SECOND, later: 5 * MINUTE } as const;
const LONGEST_PAUSE = { soon: 5 * MINUTE, later: HOUR } as const;

/** A text that could not be sent for so long since it was wanted fails; a person decides. */
const GIVE_UP_AFTER: Readonly<Record<RetryPace, number>> = {
  soon: 24 * HOUR,
  later: 24 * HOUR,
  next_day: 4 * 24 * HOUR,
};

/** Carriers count a day in this zone (https://www.twilio.com/docs/api/errors/30023). */
const CARRIERS_DAY = 'America/Los_Angeles';
/** The allowance is not taken by everybody in its first second. */
const SPREAD = 30 * MINUTE;

const nextDay = (now: Date): number =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(CARRIERS_DAY)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime(CARRIERS_DAY).epochMilliseconds;

/**
 * When the next try is due; null where it is given up.
 *
 * @param tries how often it was tried in vain, at least 1
 * @param wantedAt when the text was first wanted
 * @param random from 0 to 1, so that a backlog does not return at one moment
 */
export const retryAt = (pace: RetryPace, { tries, wantedAt, now, random }: RetryState): Date | null => {
  const pause = (first: number, longest: number): number =>
    Math.min(longest, first * 2 ** Math.min(tries - 1, 20)) * (0.5 + random / 2);
  const at =
    pace === 'next_day'
      ? nextDay(now) + random * SPREAD
      : now.getTime() + pause(FIRST_PAUSE[pace], LONGEST_PAUSE[pace]);
  return at > wantedAt.getTime() + GIVE_UP_AFTER[pace] ? null : new Date(Math.round(at));
};

export interface RetryState {
  readonly tries: number;
  readonly wantedAt: Date;
  readonly now: Date;
  readonly random: number;
}
