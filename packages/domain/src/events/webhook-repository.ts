import type { DeliveryCause } from './delivery-cause.ts';
import type { EventKind } from './contact-event.ts';
import type { WebhookDetails } from './webhook.ts';

/** An endpoint as it is kept. The secret is not: it is derived from the id and its generation. */
export interface StoredWebhook extends WebhookDetails {
  readonly id: string;
  /** Null: it is the company's, and gets events of all of its dealers. */
  readonly dealerId: string | null;
  readonly generation: number;
  /** Until when the secret of the generation before signs too. */
  readonly overlapUntil: Date | null;
  readonly disabledAt: Date | null;
  readonly failingSince: Date | null;
  /** In a row. */
  readonly failures: number;
  /** Until when nothing is tried. */
  readonly pausedUntil: Date | null;
}

/** One event on its way to one endpoint. */
export interface StoredDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly tries: number;
  readonly since: Date;
  /** What is sent, byte for byte the same at every try. */
  readonly event: StoredEvent;
}

/** An event as it is sent and listed. */
export interface StoredEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What one try showed. */
export type Attempt =
  | { readonly kind: 'taken'; readonly status: number }
  /** `status` where it answered, with anything but 2xx. */
  | { readonly kind: 'failed'; readonly status: number | null; readonly cause: DeliveryCause };

/** Port to the endpoints of a dealer, or of a company as a whole. */
export interface WebhookRepository {
  count(): Promise<number>;
  add(
    webhook: WebhookDetails & { readonly id: string; readonly by: string; readonly at: Date },
  ): Promise<void>;
  /** Locked until the transaction ends: what becomes of its deliveries is decided under this lock. */
  load(id: string): Promise<StoredWebhook | null>;
  change(id: string, details: WebhookDetails): Promise<void>;
  /** Removes it with everything that was on its way. */
  remove(id: string): Promise<void>;
  /** The secret of the generation before signs until `overlapUntil`. */
  rotate(id: string, overlapUntil: Date): Promise<void>;
  /** Switches it off, or on with a clean record; what waits becomes dead letters when it goes off. */
  setDisabled(id: string, disabledAt: Date | null): Promise<void>;
  /** Keeps what a try says about the endpoint as a whole. */
  recordHealth(
    id: string,
    health: Pick<StoredWebhook, 'failingSince' | 'failures' | 'pausedUntil'>,
  ): Promise<void>;
  loadDelivery(id: string): Promise<StoredDelivery | null>;
  recordAttempt(
    deliveryId: string,
    attempt: { readonly at: Date; readonly state: StoredDelivery['state']; readonly outcome: Attempt },
  ): Promise<void>;
  /** Puts dead letters on their way again, the oldest first; their ids. */
  revive(webhookId: string, most: number, at: Date): Promise<readonly string[]>;
}
