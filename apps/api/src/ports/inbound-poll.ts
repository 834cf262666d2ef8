import type { TextSenderIdentity } from '@keyholder/domain/welcome/text-sender';
import type { WebhookFields } from './provider-webhooks.ts';

/** Port: asks the provider which texts came to a sender of ours, for those that no webhook told of. */
export abstract class InboundPoll {
  /**
   * All since then, as the webhook would have told of them, with the time at which they came by the provider's clock.
   * Null where it cannot be told now.
   */
  abstract since(
    sender: TextSenderIdentity,
    since: Date,
  ): Promise<readonly { readonly fields: WebhookFields; readonly at: Date }[] | null>;
}
