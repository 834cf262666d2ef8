import type { QueueStopCause } from '@keyholder/domain/welcome/queue-stop';
import type { RetryPace } from '@keyholder/domain/welcome/retry';
import type { FailureReason } from '@keyholder/domain/welcome/text-message';
import type { Remedy } from '@keyholder/domain/welcome/text-report';

/**
 * What a Twilio error code means for a text. One table for both ways in which a code arrives: in the answer to the
 * request and in a status callback (https://www.twilio.com/docs/api/errors). Codes may change their meaning and new
 * ones appear: what is not listed is "unknown" and shown with its code.
 */
const REASON_OF: ReadonlyMap<string, FailureReason> = new Map(
  (
    [
      ['landline', [30006, 21614, 21635, 30005, 21612]],
      ['unreachable', [30003]],
      ['invalid_number', [21211, 21217, 21214, 21265, 21263]],
      ['opted_out', [21610]],
      ['blocked', [30004, 30450]],
      ['filtered', [30007]],
      ['unknown', [30008, 30410, 30500]],
      ['provider_busy', [20429, 21611, 30001, 30036, 30022, 30023, 30027]],
      ['country_not_enabled', [21408]],
      [
        'misconfigured',
        [
          20003, 20005, 20404, 21602, 21603, 21604, 21605, 21606, 21607, 21608, 21609, 21617, 21618, 21619,
          21620, 21621, 21266, 21659, 21660, 21701, 21702, 21703, 21704, 21705, 21710, 21711, 21712, 30002,
          30032, 30033, 30034, 30035,
        ],
      ],
    ] as const
  ).flatMap(([reason, codes]) => codes.map((code) => [String(code), reason] as const)),
);

/** Codes of a request that Twilio says it did not process; the same text may be handed over again. */
const NOT_PROCESSED: ReadonlyMap<string, RetryPace> = new Map([
  ['20429', 'soon'],
  // The queue of the sender is full: ten hours of texts.
  ['21611', 'later'],
]);

/** Codes of a text that Twilio took and never gave to a carrier: it may be sent again, as a new text. */
const NEVER_SENT: ReadonlyMap<string, RetryPace> = new Map([
  ['30001', 'later'],
  ['30036', 'later'],
  ['30022', 'later'],
  ['30023', 'next_day'],
  ['30027', 'next_day'],
]);

/** Codes that every text of the brand would get, until the set-up is mended. */
const STOPS_QUEUE: ReadonlyMap<string, QueueStopCause> = new Map([
  ['20003', 'credentials'],
  ['20005', 'account_suspended'],
  ['30002', 'account_suspended'],
  ['30032', 'sender_not_registered'],
  ['30033', 'sender_not_registered'],
  ['30034', 'sender_not_registered'],
  ['30035', 'sender_not_registered'],
]);

/** Our reason for a provider's code; `unknown` for codes that are not in the table, or none. */
export const reasonOf = (code: string | null): FailureReason => REASON_OF.get(code ?? '') ?? 'unknown';

/** How soon a request may be repeated that provably sent nothing; null where that is not provable. */
export const paceOfRefusal = (code: string | null): RetryPace | null => NOT_PROCESSED.get(code ?? '') ?? null;

/** What we do by ourselves about a text that failed with this code. */
export const remedyOf = (code: string | null): Remedy | null => {
  const cause = STOPS_QUEUE.get(code ?? '');
  if (cause !== undefined) return { kind: 'stop_queue', cause };
  const pace = NEVER_SENT.get(code ?? '');
  return pace === undefined ? null : { kind: 'retry', pace };
};
