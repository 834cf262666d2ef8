import { settings } from './settings.ts';
import { token } from './token.ts';

/** The contact's state as the API tells it. */
export interface ContactState {
  readonly state: 'ready' | 'confirmed' | 'declined' | 'opted_out';
  readonly firstName: string;
  readonly siteLabel: string;
  readonly language: string;
  readonly watchedPercent: number;
  /** ISO 8601. */
  readonly confirmedAt: string | null;
  readonly declineReason: 'wrong_person' | 'not_wanted' | null;
}

/** An answer that trying again would not change. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Seconds that the API asks to wait; NaN or 0 where it does not. */
  readonly retryAfter: number;
}

const TRIES = 7;
const TIMEOUT_MS = 12_000;
const SLOW_AFTER_MS = 4_000;

/** Waits, but no longer than until the phone is connected again. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      removeEventListener('online', done);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
  });

const attempt = async (path: string, body: object | undefined): Promise<Response | null> => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    return await fetch(`/api/welcome${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
      // Survives the page being closed; sendBeacon could not carry the Authorization header.
      keepalive: !!body,
      signal: abort.signal,
    });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Calls the API until it gives a final answer: network errors, time-outs, 408, 425, 429 and 5xx are tried again with
 * growing pauses (0.5 s doubled, with jitter; Retry-After is honoured). That is safe: every call is idempotent, and a
 * new link asked for twice is refused, not sent twice.
 * @param trouble told what to say while it takes long.
 * @param final a status of those that is an answer to this call.
 * @returns null when it gave up.
 */
export const call = async (
  path: string,
  body?: object,
  trouble: (words: string) => void = () => {},
  final?: number,
): Promise<Answer | null> => {
  for (let number = 0; number < TRIES; number += 1) {
    const slow = setTimeout(() => trouble(settings.t.slow), SLOW_AFTER_MS);
    const response = await attempt(path, body);
    clearTimeout(slow);
    const status = response?.status ?? 0;
    const retryAfter = Number(response?.headers.get('retry-after'));
    if (response && (status === final || (status < 500 && ![408, 425, 429].includes(status)))) {
      return { status, body: await response.json().catch(() => null), retryAfter };
    }
    trouble(navigator.onLine ? settings.t.slow : settings.t.offline);
    if (number < TRIES - 1)
      await pause(Math.min(retryAfter * 1000 || 500 * 2 ** number * (0.75 + Math.random() / 2), 60_000));
  }
  return null;
};
