import {
  ProviderWebhooks,
  type InboundText,
  type StatusCallback,
  type WebhookFields,
} from '../../ports/provider-webhooks.ts';
import { isSignedByTwilio } from './twilio-signature.ts';
import { readStatus } from './twilio-status.ts';

/** Twilio's webhooks (https://www.twilio.com/docs/messaging/guides/track-outbound-message-status). */
export class TwilioWebhooks extends ProviderWebhooks {
  constructor(
    private readonly tokens: readonly string[],
    private readonly publicUrl: URL,
  ) {
    super();
  }

  isGenuine(signature: string, path: string, fields: WebhookFields): boolean {
    return isSignedByTwilio(this.tokens, signature, this.publicUrl, path, fields);
  }

  readStatus(fields: WebhookFields): StatusCallback | null {
    const { MessageSid: sid, MessageStatus: status, ErrorCode: code } = fields;
    if (sid === undefined || status === undefined) return null;
    // Signatures hold no time, so a replay is genuine for ever: the same message and status counts once.
    return { providerId: sid, report: readStatus(status, code ?? null), key: `status:${sid}:${status}` };
  }

  readInbound(fields: WebhookFields): InboundText | null {
    const { MessageSid: sid, From: from, To: to, Body: body } = fields;
    if (sid === undefined || from === undefined || to === undefined) return null;
    const senders = [fields['MessagingServiceSid'], to].filter((sender) => sender !== undefined);
    return { providerId: sid, from, senders, body: body ?? '', key: `inbound:${sid}` };
  }
}
