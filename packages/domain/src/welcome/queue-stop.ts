/** Why no text of a brand goes out: something about the sender's set-up is wrong, so every text would fail the same way. */
export const QUEUE_STOP_CAUSES = ['credentials', 'account_suspended', 'sender_not_registered'] as const;
export type QueueStopCause = (typeof QUEUE_STOP_CAUSES)[number];

/** What everybody who uses the brand is told. */
export const QUEUE_STOP_WORDS: Readonly<
  Record<QueueStopCause, { readonly why: string; readonly nextStep: string }>
> = {
  credentials: {
    why: 'The provider of texts refuses our credentials.',
    nextStep: 'Whoever runs Keyholder has to enter the right ones.',
  },
  account_suspended: {
    why: 'The account at the provider of texts is suspended.',
    nextStep: 'Whoever runs Keyholder has to settle it with the provider.',
  },
  sender_not_registered: {
    why: 'The number that texts come from is not registered with the carriers.',
    nextStep: 'Whoever runs Keyholder has to register the sender; carriers then need some hours.',
  },
};

/**
 * Whether a refusal of this cause comes with the answer to the request. Otherwise it comes later, from the carrier:
 * that the provider took a text then proves nothing yet.
 */
export const isRefusedAtOnce = (cause: QueueStopCause): boolean => cause !== 'sender_not_registered';

const MINUTE = 60_000;
const FIRST_PROBE_MS = MINUTE;
const LAST_PROBE_MS = 15 * MINUTE;

/**
 * When one waiting text is tried again, to find out whether the set-up was mended.
 * @param probes how often that was done since the queue stopped
 */
export const nextProbeAt = (probes: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(LAST_PROBE_MS, FIRST_PROBE_MS * 2 ** Math.min(probes, 10)));

/** A text that failed for a cause of the brand's is kept and tried again once it is mended, so often. */
export const MOST_TRIES_OF_STOPPED = 5;
