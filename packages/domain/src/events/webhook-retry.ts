const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** An event that its endpoint has not taken for so long becomes a dead letter; an endpoint that takes nothing so long is disabled. */
export const WEBHOOK_TRIED_FOR_MS = 3 * 24 * HOUR;

/** After so many failures in a row, events for the endpoint wait instead of being tried each by itself. */
export const FAILURES_UNTIL_PAUSE = 5;

/** For how long a secret still signs after it was replaced. */
export const SECRET_OVERLAP_MS = 24 * HOUR;

const FIRST_PAUSE = 5 * SECOND;
const LONGEST_PAUSE = 4 * HOUR;

/**
 * When an event is tried again; null where it has been tried for long enough.
 *
 * @param tries how often it was tried in vain, at least 1
 * @param since when it was first to be sent
 * @param random from 0 to 1, so that a backlog does not return at one moment
 */
export const nextTryAt = ({
  tries,
  since,
  now,
  random,
}: {
  readonly tries: number;
  readonly since: Date;
  readonly now: Date;
  readonly random: number;
}): Date | null => {
  const end = since.getTime() + WEBHOOK_TRIED_FOR_MS;
  if (now.getTime() >= end) return null;
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 3 ** Math.min(tries - 1, 20)) * (0.75 + random / 2);
  // One last try at the very end, however long the pause.
  return new Date(Math.round(Math.min(now.getTime() + pause, end)));
};

/**
 * Until when an endpoint that fails is left alone; null where it is tried with every event.
 * @param failures in a row
 */
export const pausedUntil = (failures: number, now: Date): Date | null =>
  failures < FAILURES_UNTIL_PAUSE
    ? null
    : new Date(
        now.getTime() +
          Math.min(LONGEST_PAUSE, 30 * SECOND * 2 ** Math.min(failures - FAILURES_UNTIL_PAUSE, 20)),
      );

/** Whether an endpoint has taken nothing for so long that it is disabled. */
export const hasFailedTooLong = (failingSince: Date | null, now: Date): boolean =>
  failingSince !== null && now.getTime() - failingSince.getTime() >= WEBHOOK_TRIED_FOR_MS;
