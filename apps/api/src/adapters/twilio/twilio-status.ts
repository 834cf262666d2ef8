import type { ReportedState, TextReport } from '@keyholder/domain/welcome/text-report';
import { reasonOf, remedyOf } from './error-table.ts';

/** Twilio's words for where a message stands, as ours. */
const STATE_OF: ReadonlyMap<string, ReportedState> = new Map([
  ['accepted', 'accepted'],
  ['queued', 'accepted'],
  ['sending', 'accepted'],
  ['scheduled', 'accepted'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['partially_delivered', 'sent'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
]);

/** Reads Twilio's status and error code; null for a status that is not known. */
export const readStatus = (status: string, errorCode: string | null): TextReport | null => {
  const state = STATE_OF.get(status);
  if (state === undefined) return null;
  return state === 'failed'
    ? { state, reason: reasonOf(errorCode), providerCode: errorCode, remedy: remedyOf(errorCode) }
    : { state, reason: null, providerCode: null, remedy: null };
};
