import { randomUUID } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { Clock } from './clock.ts';
import { connectionOverrides } from './connection-overrides.ts';
import type { FailureClass } from './connection-overrides.ts';
import { postForm } from './form-post.ts';
import type { FormPostResult } from './form-post.ts';

/** One HTTP request that the sandbox made to the application. */
export interface CallbackAttempt {
  /** ISO 8601. */
  at: string;
  kind: 'status' | 'inbound';
  /** As signed: without the fragment. */
  url: string;
  messageSid: string;
  /** `MessageStatus` of a status callback, `received` of an inbound message. */
  status: string;
  /** 1 for the first attempt. */
  attempt: number;
  form: Record<string, string>;
  signature: string;
  /** Null when no answer came. */
  responseStatus: number | null;
  /** Why no answer came, or what is wrong with it; null when all is well. */
  problem: string | null;
}

const attemptsKept = 1_000;

/** Signs webhooks with the account's Auth Token, posts and retries them as Twilio does, and keeps a log. */
export class Webhooks {
  readonly #authToken: string;
  readonly #clock: Clock;
  readonly #signal: () => AbortSignal;
  readonly #backoffMs: () => number;
  readonly #onAttempt: () => void;
  #attempts: CallbackAttempt[] = [];

  constructor(options: {
    authToken: string;
    clock: Clock;
    /** The present run's: its abort ends attempts and waits. */
    signal: () => AbortSignal;
    /** Wait before the first retry; doubles for each further one. */
    backoffMs: () => number;
    onAttempt: () => void;
  }) {
    this.#authToken = options.authToken;
    this.#clock = options.clock;
    this.#signal = options.signal;
    this.#backoffMs = options.backoffMs;
    this.#onAttempt = options.onAttempt;
  }

  /** Oldest first; the last thousand. */
  attempts(): CallbackAttempt[] {
    return [...this.#attempts];
  }

  forget(): void {
    this.#attempts = [];
  }

  /**
   * Posts `form` until it is answered or the policy in the URL's fragment is used up. The total time is cut at
   * Twilio's limit. Returns the last attempt's result.
   */
  async post(
    kind: 'status' | 'inbound',
    configuredUrl: string,
    form: Record<string, string>,
    signed: 'valid' | 'wrong' = 'valid',
  ): Promise<{ result: FormPostResult; attempt: CallbackAttempt }> {
    const signal = this.#signal();
    const overrides = connectionOverrides(configuredUrl);
    const token = signed === 'valid' ? this.#authToken : `not ${this.#authToken}`;
    const signature = getExpectedTwilioSignature(token, overrides.url, form);
    const idempotencyToken = randomUUID();
    const deadline = performance.now() + overrides.totalMs;
    for (let number = 1; ; number += 1) {
      const left = Math.max(1, deadline - performance.now());
      const at = this.#clock.now().toISOString();
      const result = await postForm({
        url: overrides.url,
        form: new URLSearchParams(form),
        headers: { 'x-twilio-signature': signature, 'i-twilio-idempotency-token': idempotencyToken },
        connectTimeoutMs: Math.min(overrides.connectTimeoutMs, left),
        readTimeoutMs: Math.min(overrides.readTimeoutMs, left),
        signal,
      });
      const failure = classify(result);
      const attempt: CallbackAttempt = {
        at,
        kind,
        url: overrides.url,
        messageSid: form['MessageSid'] ?? '',
        status: form['MessageStatus'] ?? form['SmsStatus'] ?? '',
        attempt: number,
        form,
        signature,
        responseStatus: result.kind === 'answered' ? result.status : null,
        problem: problemOf(result),
      };
      if (!signal.aborted) this.#record(attempt);
      const backoff = this.#backoffMs() * 2 ** (number - 1);
      const retry = failure !== null && overrides.retryOn.has(failure) && number <= overrides.retries;
      if (!retry || signal.aborted || performance.now() + backoff >= deadline) {
        return { result, attempt };
      }
      await this.#clock.sleep(backoff, signal);
    }
  }

  #record(attempt: CallbackAttempt): void {
    this.#attempts.push(attempt);
    if (this.#attempts.length > attemptsKept) this.#attempts.shift();
    this.#onAttempt();
  }
}

function classify(result: FormPostResult): FailureClass | null {
  if (result.kind === 'failed') return result.connected ? 'rt' : 'ct';
  if (result.status >= 500) return '5xx';
  return result.status >= 400 ? '4xx' : null;
}

function problemOf(result: FormPostResult): string | null {
  if (result.kind === 'failed') return result.reason;
  return result.status >= 400 ? '11200 HTTP retrieval failure' : null;
}
