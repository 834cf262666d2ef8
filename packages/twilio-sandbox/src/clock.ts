import { setTimeout as sleep } from 'node:timers/promises';

/** Time as the sandbox sees it; a test may bring its own. */
export interface Clock {
  now(): Date;
  /** Resolves after `ms` milliseconds, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(ms, signal) {
    if (ms <= 0) return;
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  },
};
