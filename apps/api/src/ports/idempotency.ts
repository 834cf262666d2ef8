import { AsyncLocalStorage } from 'node:async_hooks';
import type { Tenant } from '@keyholder/domain/shared/tenant';

/** What is known of a request that carries a key. */
export type IdempotencyState =
  /** Not carried out: do it. */
  | { readonly kind: 'new' }
  /** Carried out and answered: give the same answer. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  /** Being carried out by another process or connection. */
  | { readonly kind: 'in_progress' }
  /** Carried out, but the process died before it could answer. */
  | { readonly kind: 'answer_lost' }
  /** The key belongs to another request. */
  | { readonly kind: 'other_request' };

/** One request that carries an `Idempotency-Key`. */
export interface KeyedRequest {
  /** A dealer, or a company as a whole: each has keys of its own. */
  readonly tenant: Tenant;
  readonly key: string;
  /** SHA-256 over method, address and body. */
  readonly fingerprint: Buffer;
}

/** Port: remembers requests by their key. */
export abstract class IdempotencyKeys {
  abstract begin(request: KeyedRequest): Promise<IdempotencyState>;
  /** Keeps the answer for whoever asks again. */
  abstract answer(request: KeyedRequest, status: number, body: unknown): Promise<void>;
  /** Nothing was carried out; the key is free again. */
  abstract forget(request: KeyedRequest): Promise<void>;
}

/**
 * The keyed request that the present work belongs to. The unit of work marks it as carried out in the very
 * transaction that carries it out, so that a crash in between can neither lose nor repeat it.
 */
export const keyedRequest = new AsyncLocalStorage<KeyedRequest>();
