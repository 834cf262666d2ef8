import type { QueueStopCause } from './queue-stop.ts';
import type { RetryPace } from './retry.ts';
import type { FailureReason, TextState } from './text-message.ts';

/** States that only the provider can report. */
export type ReportedState = Exclude<TextState, 'queued' | 'held' | 'sending' | 'uncertain'>;

/** What we do by ourselves about a failure: send the text again, which provably was not sent, or stop the brand's queue. */
export type Remedy =
  | { readonly kind: 'retry'; readonly pace: RetryPace }
  | { readonly kind: 'stop_queue'; readonly cause: QueueStopCause };

/** What the provider reports about a text, in a callback or when it is asked. */
export interface TextReport {
  readonly state: ReportedState;
  /** Where it failed. */
  readonly reason: FailureReason | null;
  readonly providerCode: string | null;
  /** Null where there is nothing that a program could do. */
  readonly remedy: Remedy | null;
}

/** A text of ours, found at the provider. */
export interface FoundText {
  readonly providerId: string;
  /** Null where the provider's words for its state are not known. */
  readonly report: TextReport | null;
}

/** Port: asks the provider what became of a text whose callback is missing. Null where it cannot be told now. */
export interface TextPoll {
  byId(providerId: string): Promise<FoundText | null>;
  /**
   * All with these exact words to a number, newest first. That one is not listed proves nothing: lists lag. One that is
   * may be another of our texts with the same words.
   */
  byWords(to: string, body: string): Promise<readonly FoundText[]>;
  /** Whether the provider answers, whatever it says. Asks a question that texts nobody. */
  answers(): Promise<boolean>;
}

/** A failed text says something about the number itself, not only about this text. */
export const bounceOf = (reason: FailureReason | null): 'landline' | 'invalid_number' | null =>
  reason === 'landline' || reason === 'invalid_number' ? reason : null;
