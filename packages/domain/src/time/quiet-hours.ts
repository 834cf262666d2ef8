/// <reference lib="esnext.temporal" />
import type { Lane } from '../welcome/lanes.ts';

/** When no texts are sent that nobody is waiting for; wall times at the site, `HH:MM`. May pass midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** 21:00 to 8:00: what the law allows nearly everywhere. */
export const USUAL_QUIET_HOURS: QuietHours = { from: '21:00', until: '08:00' };

const WALL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;

/** True for a wall time of the form `HH:MM`. */
export const isWallTime = (value: string): boolean => WALL_TIME.test(value);

/** A text that somebody pressed Send for goes at once; one that has not gone by then is late, and waits like others. */
const AT_ONCE_MS = 15 * 60_000;

/**
 * Whether a text keeps to the quiet hours. What one press of Send sends goes at once, and so do answers to what a
 * person just did; what is sent in bulk, by a program or again by ourselves later does not.
 */
export const keepsQuietHours = (lane: Lane, wantedAt: Date, now: Date): boolean => {
  if (lane === 'urgent') return false;
  return lane === 'bulk' || now.getTime() - wantedAt.getTime() > AT_ONCE_MS;
};

/**
 * Until when it is quiet at a place; null where it is not. Where the clocks change in between, the end is the wall time
 * all the same: the night is an hour shorter or longer. A wall time that the change leaves out is the moment after it.
 *
 * @param timeZone IANA name, for example America/Chicago
 */
export const quietUntil = (now: Date, timeZone: string, { from, until }: QuietHours): Date | null => {
  if (from === until) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const wall = local.toPlainTime();
  const start = Temporal.PlainTime.from(from);
  const end = Temporal.PlainTime.from(until);
  const isAfter = (time: Temporal.PlainTime): boolean => Temporal.PlainTime.compare(wall, time) >= 0;
  const passesMidnight = Temporal.PlainTime.compare(start, end) > 0;
  const quiet = passesMidnight ? isAfter(start) || !isAfter(end) : isAfter(start) && !isAfter(end);
  if (!quiet) return null;
  const day = local.toPlainDate().add({ days: passesMidnight && isAfter(start) ? 1 : 0 });
  const ends = day.toZonedDateTime({ timeZone, plainTime: end });
  // Where the clocks go back within the quiet hours, their end may lie in the hour that is lived twice.
  const moment =
    ends.epochMilliseconds > now.getTime()
      ? ends
      : day.add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: end });
  return new Date(moment.epochMilliseconds);
};
