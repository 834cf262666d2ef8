import type { FailureReason, TextState } from '@keyholder/domain/welcome/text-message';
import { reasonOf } from './error-table.ts';

/** Twilio's words for where a message stands, as ours. Null for words that say nothing about a text of ours. */
const STATE_OF: Readonly<Record<string, Exclude<TextState, 'queued' | 'held' | 'sending' | 'uncertain'>>> = {
  accepted: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  scheduled: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  partially_delivered: 'sent',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'cancelled',
};

/** What the provider reports about a text. */
export interface ReportedStatus {
  readonly state: Exclude<TextState, 'queued' | 'held' | 'sending' | 'uncertain'>;
  readonly reason: FailureReason | null;
  readonly providerCode: string | null;
}

/** Reads Twilio's status and error code; null for a status that is not known. */
export const readStatus = (status: string, errorCode: string | null): ReportedStatus | null => {
  const state = STATE_OF[status];
  if (state === undefined) return null;
  return {
    state,
    reason: state === 'failed' ? reasonOf(errorCode) : null,
    providerCode: state === 'failed' ? errorCode : null,
  };
};
