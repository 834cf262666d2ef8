import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { MessageRecord } from './message.ts';
import { stableIndex } from './sids.ts';

/** A number of ours, and the Messaging Service whose sender pool it is in. */
export interface Sender {
  /** E.164. */
  number: string;
  messagingServiceSid?: string;
}

/**
 * The account's numbers and Messaging Services. Without a list every valid number and every well-formed service
 * SID is taken for one of ours; a service then has one number of its own from the range kept for fiction.
 */
export class Senders {
  readonly #listed: readonly Sender[] | undefined;
  readonly #messages: () => readonly MessageRecord[];

  constructor(listed: readonly Sender[] | undefined, messages: () => readonly MessageRecord[]) {
    this.#listed = listed;
    this.#messages = messages;
  }

  owns(number: string): boolean {
    return this.#listed === undefined || this.#listed.some((sender) => sender.number === number);
  }

  /** The number with which a service texts this person: always the same one (sticky sender). */
  ofService(messagingServiceSid: string, to: string): string | undefined {
    if (this.#listed === undefined) {
      const line = 100 + stableIndex(messagingServiceSid, 100);
      return `+1202555${String(line).padStart(4, '0')}`;
    }
    const pool = this.#listed.filter((sender) => sender.messagingServiceSid === messagingServiceSid);
    return pool[stableIndex(to, pool.length || 1)]?.number;
  }

  /** The service that has this number in its pool, as listed or as seen in what was sent. */
  serviceOf(number: string): string | null {
    if (this.#listed !== undefined) {
      return this.#listed.find((sender) => sender.number === number)?.messagingServiceSid ?? null;
    }
    const sent = this.#messages().findLast(
      (message) => message.direction === 'outbound-api' && message.from === number,
    );
    return sent?.messagingServiceSid ?? null;
  }

  /** Who an opt-out blocks: the whole service, or the number alone. */
  optOutKey(number: string, messagingServiceSid: string | null): string {
    return messagingServiceSid ?? number;
  }

  /** Numbers to offer to someone who starts a conversation. */
  known(): string[] {
    const used = this.#messages().map((message) =>
      message.direction === 'inbound' ? message.to : message.from,
    );
    return [...new Set([...(this.#listed ?? []).map((sender) => sender.number), ...used])];
  }
}

export function isTollFree(number: string): boolean {
  return parsePhoneNumberFromString(number)?.getType() === 'TOLL_FREE';
}
