import type { FoundText, TextPoll } from '@keyholder/domain/welcome/text-report';
import twilio, { type Twilio } from 'twilio';
import { askingProvider } from './asking-provider.ts';
import { readStatus } from './twilio-status.ts';

/** How many of the latest messages to a number are searched for one of ours. */
const SEARCHED = 50;

/** Asks Twilio what became of a text whose callback is missing. */
export class TwilioMessagePoll implements TextPoll {
  constructor(private readonly client: Twilio) {}

  async byId(providerId: string): Promise<FoundText | null> {
    try {
      const message = await askingProvider('fetch message', () => this.client.messages(providerId).fetch());
      return this.found(message);
    } catch {
      return null;
    }
  }

  async byWords(to: string, body: string): Promise<readonly FoundText[]> {
    try {
      const messages = await askingProvider('list messages', () =>
        this.client.messages.list({ to, limit: SEARCHED }),
      );
      return messages.filter((message) => message.body === body).map((message) => this.found(message));
    } catch {
      return [];
    }
  }

  async answers(): Promise<boolean> {
    try {
      await askingProvider('list messages', () => this.client.messages.list({ limit: 1 }));
      return true;
    } catch (error) {
      // A refusal is an answer too.
      return error instanceof twilio.RestException && error.status < 500;
    }
  }

  private found(message: { sid: string; status: string; errorCode: number | null }): FoundText {
    return {
      providerId: message.sid,
      report: readStatus(message.status, message.errorCode === null ? null : String(message.errorCode)),
    };
  }
}
