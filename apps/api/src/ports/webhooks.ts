import type { Attempt } from '@keyholder/domain/events/webhook-repository';

/** A message as it goes to an endpoint. */
export interface WebhookMessage {
  /** The same at every try: whoever has seen it has it. */
  readonly id: string;
  readonly body: string;
}

/** Port: secrets of endpoints. They are derived, never kept. */
export abstract class WebhookSecrets {
  /** @returns `whsec_` and base64, as Standard Webhooks has it */
  abstract secretOf(webhookId: string, generation: number): string;
}

/** Port: sends to endpoints, signed as Standard Webhooks says. */
export abstract class WebhookSender {
  /**
   * Tries once, follows no redirect, and calls no address inside a network. Never throws.
   * @param secrets each of them signs
   * @param at the moment that is signed
   */
  abstract send(url: string, message: WebhookMessage, secrets: readonly string[], at: Date): Promise<Attempt>;
}
