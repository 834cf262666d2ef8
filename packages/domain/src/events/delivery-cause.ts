import type { READER_WORDS } from '../words/reader-language.ts';

/** Why an endpoint did not take an event; `answered` and `redirect` come with the HTTP status. */
export const DELIVERY_CAUSES = [
  'answered',
  'redirect',
  'no_address',
  'lookup_failed',
  'nothing_listens',
  'connection_cut',
  'no_connection',
  'no_answer',
  'certificate_expired',
  'certificate_self_signed',
  'certificate_chain',
  'certificate_name',
  'inside_a_network',
  'switched_off',
  'failed',
] as const;
export type DeliveryCause = (typeof DELIVERY_CAUSES)[number];

type Words = (typeof READER_WORDS)['en']['deliveryCauses'];

const isCause = (cause: string): cause is DeliveryCause => DELIVERY_CAUSES.some((one) => one === cause);

/**
 * A cause in words.
 * @param cause as it was kept: a cause, or the English sentence of a delivery that is older than causes
 * @param status of the endpoint's answer; null where it gave none
 */
export const deliveryCauseIn = (cause: string | null, status: number | null, words: Words): string | null => {
  if (cause === null || !isCause(cause)) return cause;
  return cause === 'answered' ? words.answered(status ?? 0) : words[cause];
};
