import { RECHECK_DAYS_MAX, RECHECK_DAYS_MIN } from '../phone/recheck.ts';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';
import { REMINDER_DAYS_MAX } from '../welcome/reminder.ts';
import { isWallTime, type QuietHours } from './quiet-hours.ts';

/** What a dealer decides about time. */
export interface DealerSettings {
  /** Days after which a contact who has not answered is reminded once; null: never. */
  readonly reminderAfterDays: number | null;
  readonly quietHours: QuietHours;
  /** Days after which a number is looked up again; null: never. */
  readonly recheckAfterDays: number | null;
}

/** The night may be longer than the law's, never shorter: texts nobody waits for go out between these at most. */
const EVENING = { earliest: '17:00', latest: '21:00' } as const;
const MORNING = { earliest: '08:00', latest: '11:00' } as const;

const days = (field: string, value: number | null, min: number, max: number): FieldError | null =>
  value === null || (Number.isInteger(value) && value >= min && value <= max)
    ? null
    : {
        field,
        code: 'out_of_range',
        message: 'That is no number of days that can be chosen.',
        accepted: `${min} to ${max} days, or null for never`,
      };

const wallTime = (
  field: string,
  value: string,
  { earliest, latest }: { readonly earliest: string; readonly latest: string },
): FieldError | null =>
  // Wall times of one form sort as they follow each other.
  isWallTime(value) && value >= earliest && value <= latest
    ? null
    : {
        field,
        code: 'out_of_range',
        message: 'The quiet hours cover at least 21:00 to 08:00.',
        accepted: `a time from ${earliest} to ${latest}, as HH:MM`,
      };

/** Checks what a dealer chose. */
export const checkDealerSettings = (input: DealerSettings): Result<DealerSettings, readonly FieldError[]> => {
  const errors = [
    days('reminderAfterDays', input.reminderAfterDays, 1, REMINDER_DAYS_MAX),
    days('recheckAfterDays', input.recheckAfterDays, RECHECK_DAYS_MIN, RECHECK_DAYS_MAX),
    wallTime('quietHours.from', input.quietHours.from, EVENING),
    wallTime('quietHours.until', input.quietHours.until, MORNING),
  ].filter((error) => error !== null);
  return errors.length === 0 ? ok(input) : err(errors);
};

/** Port to the settings of the dealers of one tenant. */
export interface DealerSettingsRepository {
  load(dealerId: string): Promise<DealerSettings>;
  save(dealerId: string, settings: DealerSettings): Promise<void>;
}
