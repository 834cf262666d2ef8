import { createHmac } from 'node:crypto';
import { deriveKey } from '../../derive-key.ts';
import { WebhookSecrets } from '../../ports/webhooks.ts';

/** HMAC-SHA-256 over endpoint and generation, with a key derived from the root secret: a copy of the database signs nothing. */
export class DerivedWebhookSecrets extends WebhookSecrets {
  private readonly key: Buffer;

  constructor(secret: string) {
    super();
    this.key = deriveKey(secret, 'webhook:1');
  }

  override secretOf(webhookId: string, generation: number): string {
    return `whsec_${createHmac('sha256', this.key).update(`${webhookId}:${generation}`).digest('base64')}`;
  }
}
