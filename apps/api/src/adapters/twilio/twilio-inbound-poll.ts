import type { TextSenderIdentity } from '@keyholder/domain/welcome/text-sender';
import type { Twilio } from 'twilio';
import { InboundPoll } from '../../ports/inbound-poll.ts';

/** How many texts the provider lists at a time; its most. */
const PAGE = 1_000;

/** Asks Twilio for texts that came in. Twilio tries a webhook for them once, and then only its list knows. */
export class TwilioInboundPoll extends InboundPoll {
  constructor(private readonly client: Twilio) {
    super();
  }

  async since(sender: TextSenderIdentity, since: Date): ReturnType<InboundPoll['since']> {
    try {
      const messages = await this.client.messages.list({
        // A pool's numbers are not ours to name: all that came to the account, of which those count.
        ...(sender.kind === 'number' ? { to: sender.e164 } : {}),
        dateSentAfter: since,
        pageSize: PAGE,
      });
      return messages
        .filter(({ direction }) => direction === 'inbound')
        .map((message) => ({
          at: message.dateSent,
          fields: {
            MessageSid: message.sid,
            From: message.from,
            To: message.to,
            Body: message.body,
            ...(sender.kind === 'messaging_service' ? { MessagingServiceSid: sender.sid } : {}),
          },
        }));
    } catch {
      return null;
    }
  }
}
