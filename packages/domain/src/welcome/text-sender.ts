import type { RetryPace } from './retry.ts';
import type { FailureReason } from './text-message.ts';
import type { Remedy } from './text-report.ts';

/** One text, ready to be handed to the provider. */
export interface OutgoingText {
  /** Our id of the attempt; comes back in every callback. */
  readonly attemptId: string;
  readonly companyId: string;
  /** E.164. */
  readonly to: string;
  readonly body: string;
  /** Which of the brand's sender identities sends it. */
  readonly sender: TextSenderIdentity;
}

/** Where a brand's texts come from: a pool of numbers, or one number (E.164). */
export type TextSenderIdentity =
  | { readonly kind: 'messaging_service'; readonly sid: string }
  | { readonly kind: 'number'; readonly e164: string };

/** What came of handing a text to the provider. */
export type HandOver =
  | { readonly kind: 'accepted'; readonly providerId: string }
  /** Provably not processed; the same text may be handed over again after a pause. */
  | {
      readonly kind: 'not_processed';
      readonly providerCode: string | null;
      readonly retryAfterSeconds: number | null;
      readonly pace: RetryPace;
    }
  /** The request provably never left: nobody was there to take it. The same text may be handed over again. */
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'refused';
      readonly reason: FailureReason;
      readonly providerCode: string | null;
      readonly remedy: Remedy | null;
    }
  /** Nobody knows whether it was taken; no program may hand it over again. */
  | { readonly kind: 'unknown'; readonly cause: 'timeout' | 'connection_lost' | 'server_error' };

/** Port to the provider of texts. Never throws for what the provider answers or fails to answer. */
export interface TextSender {
  send(text: OutgoingText): Promise<HandOver>;
}
