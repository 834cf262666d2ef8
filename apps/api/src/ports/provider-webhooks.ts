import type { TextReport } from '@keyholder/domain/welcome/text-report';

/** Form fields of a webhook, as received: untrimmed, all of them. */
export type WebhookFields = Readonly<Record<string, string>>;

/** A status callback, read. */
export interface StatusCallback {
  /** Of the message at the provider. */
  readonly providerId: string;
  /** Null for words that are not known; such a callback changes nothing. */
  readonly report: TextReport | null;
  /** The same callback repeated has the same key. */
  readonly key: string;
}

/** A text that somebody sent to a sender of ours, read. */
export interface InboundText {
  readonly providerId: string;
  readonly from: string;
  /** Everything that says which of our senders it was sent to. */
  readonly senders: readonly string[];
  readonly body: string;
  readonly key: string;
}

/** Port: what the provider's webhooks say, and whether it was the provider who sent them. */
export abstract class ProviderWebhooks {
  /** @param path path and query as received */
  abstract isGenuine(signature: string, path: string, fields: WebhookFields): boolean;
  abstract readStatus(fields: WebhookFields): StatusCallback | null;
  abstract readInbound(fields: WebhookFields): InboundText | null;
}
