import type { JobName } from '../../ports/jobs.ts';

/** Whatever hinders it, what the provider told is applied as soon as it can be. */
const PROVIDER_EVENT = {
  retryLimit: 30,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 60,
  heartbeatSeconds: 10,
};

/** A mail that may arrive twice is better than none. */
const MAIL = {
  retryLimit: 20,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
  heartbeatSeconds: 10,
};

/**
 * How each kind of job is kept and tried again. A worker that dies is noticed after the heartbeat; the job is then
 * run again, and its handler finds done what is done.
 */
export const QUEUES = {
  'hand-over-text': {
    retryLimit: 20,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: 120,
    heartbeatSeconds: 10,
  },
  'resolve-text': {
    retryLimit: 10,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 120,
    heartbeatSeconds: 10,
  },
  'release-held-texts': {
    retryLimit: 30,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: 120,
    heartbeatSeconds: 10,
  },
  'apply-provider-event': PROVIDER_EVENT,
  'apply-reply': PROVIDER_EVENT,
  'continue-bulk-run': {
    retryLimit: 30,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    expireInSeconds: 120,
    heartbeatSeconds: 10,
  },
  'publish-brand': {
    retryLimit: 10,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: 300,
    heartbeatSeconds: 10,
  },
  // Tries that its endpoint answers badly are the handler's: it queues the next one itself.
  'send-webhook': {
    retryLimit: 30,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 120,
    heartbeatSeconds: 10,
  },
  'mail-webhook-disabled': MAIL,
  'mail-invitation': MAIL,
  'mail-case-answer': MAIL,
} as const satisfies Record<JobName, object>;

interface SideBySide {
  readonly workers: number;
  readonly batch: number;
}

/**
 * How many jobs of a kind run side by side in one process: so many workers, each fetching so many at once. A worker
 * waits for the slowest of its batch. Texts wait for the provider, so more of them are begun than it answers at once.
 */
const SIDE_BY_SIDE: Readonly<Partial<Record<JobName, SideBySide>>> = {
  'hand-over-text': { workers: 8, batch: 6 },
  'apply-provider-event': { workers: 4, batch: 10 },
  'apply-reply': { workers: 1, batch: 10 },
  'publish-brand': { workers: 1, batch: 5 },
  // Each waits for somebody else's server.
  'send-webhook': { workers: 4, batch: 5 },
};

/**
 * Of these so many are begun at once by the process that has queued them, while its workers have nothing to do: somebody
 * has pressed Send and looks on. In a flood they come to the workers in their order.
 */
export const STRAIGHT_AWAY: Readonly<Partial<Record<JobName, number>>> = { 'hand-over-text': 8 };

const FEW: SideBySide = { workers: 2, batch: 5 };

export const sideBySide = (name: JobName): SideBySide => SIDE_BY_SIDE[name] ?? FEW;

/**
 * Of these a worker does its batch one after the other, as they came. (With batches of one, a worker that is not woken
 * would take one a second: the queue goes on at once only after a full batch of several.)
 */
const IN_TURN: ReadonlySet<JobName> = new Set(['apply-reply', 'publish-brand']);

export const isDoneInTurn = (name: JobName): boolean => IN_TURN.has(name);
