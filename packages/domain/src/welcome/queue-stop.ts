/**
 * Why no text of a brand goes out. Something about the sender's set-up is wrong, so that every text would fail the same
 * way; or (`provider_down`) the provider does not answer, so that nobody would know of any text whether it was sent.
 */
export const QUEUE_STOP_CAUSES = [
  'credentials',
  'account_suspended',
  'sender_not_registered',
  'provider_down',
] as const;
export type QueueStopCause = (typeof QUEUE_STOP_CAUSES)[number];

/**
 * Whether a stop of one cause takes the place of another: an answer of the provider's says more than that there was
 * none. Otherwise the first cause stays until it is mended.
 */
export const replacesStop = (present: QueueStopCause, next: QueueStopCause): boolean =>
  present === 'provider_down' && next !== 'provider_down';

/**
 * Whether the provider is asked something that texts nobody before a text is let through a queue stopped so: a text
 * that gets no answer stays uncertain, and a person has to decide about it.
 */
export const needsAnswerFirst = (cause: QueueStopCause): boolean => cause === 'provider_down';

/**
 * Whether a refusal of this cause comes with the answer to the request. Otherwise it comes later, from the carrier:
 * that the provider took a text then proves nothing yet.
 */
export const isRefusedAtOnce = (cause: QueueStopCause): boolean => cause !== 'sender_not_registered';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A set-up takes people to mend; a provider that is down comes back by itself, often within a minute. */
const PROBES: Readonly<Record<QueueStopCause, { readonly firstMs: number; readonly lastMs: number }>> = {
  credentials: { firstMs: MINUTE, lastMs: 15 * MINUTE },
  account_suspended: { firstMs: MINUTE, lastMs: 15 * MINUTE },
  sender_not_registered: { firstMs: MINUTE, lastMs: 15 * MINUTE },
  provider_down: { firstMs: 15 * SECOND, lastMs: 5 * MINUTE },
};

/**
 * When it is tried again whether the queue can run: the pauses double up to a longest one.
 * @param probes how often that was done since the queue stopped
 */
export const nextProbeAt = (cause: QueueStopCause, probes: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(PROBES[cause].lastMs, PROBES[cause].firstMs * 2 ** Math.min(probes, 10)));

/** A text that failed for a cause of the brand's is kept and tried again once it is mended, so often. */
export const MOST_TRIES_OF_STOPPED = 5;
