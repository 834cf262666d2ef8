import type { ReportedStatus } from './twilio-status.ts';
import { readStatus } from './twilio-status.ts';
import twilio from 'twilio';

/** What the provider says became of a text. */
export interface FoundText {
  readonly providerId: string;
  readonly status: ReportedStatus | null;
}

/** How many of the latest messages to a number are searched for one of ours. */
const SEARCHED = 50;

/** Asks Twilio what became of a text whose callback is missing. */
export class TwilioMessagePoll {
  constructor(private readonly client: twilio.Twilio) {}

  /** By the provider's id. Null where it cannot be told now. */
  async byId(providerId: string): Promise<FoundText | null> {
    try {
      const message = await this.client.messages(providerId).fetch();
      return this.found(message);
    } catch {
      return null;
    }
  }

  /**
   * By number and exact words; the link in the words makes them unique. Null where it is not listed, which proves
   * nothing: the list may lag by minutes or hours.
   */
  async byWords(to: string, body: string): Promise<FoundText | null> {
    try {
      const messages = await this.client.messages.list({ to, limit: SEARCHED });
      const message = messages.find((candidate) => candidate.body === body);
      return message === undefined ? null : this.found(message);
    } catch {
      return null;
    }
  }

  private found(message: { sid: string; status: string; errorCode: number | null }): FoundText {
    return {
      providerId: message.sid,
      status: readStatus(message.status, message.errorCode === null ? null : String(message.errorCode)),
    };
  }
}
