import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Carrier } from './carrier.ts';
import type { Clock } from './clock.ts';
import { countSegments } from './message.ts';
import type { MessageRecord, Origin } from './message.ts';
import { keywordReply, optOutType } from './opt-out-keywords.ts';
import type { OptOutType } from './opt-out-keywords.ts';
import { isTollFree } from './senders.ts';
import type { Senders } from './senders.ts';
import { newSid } from './sids.ts';
import type { Store } from './store.ts';
import { readTwiml } from './twiml.ts';
import type { Webhooks } from './webhooks.ts';

/** In which way no request gets an answer: the sandbox is down. */
export const outages = ['serverError', 'reset', 'hang'] as const;
export type Outage = (typeof outages)[number];

/** What tests and the command line may change while the sandbox runs. */
export interface Settings {
  /** Webhook for inbound messages; null posts nowhere. */
  inboundUrl: string | null;
  /** Adds `OptOutType` to what keywords post, as Advanced Opt-Out does. */
  advancedOptOut: boolean;
  /** Wait before each status of a message, in milliseconds. */
  latencyMs: number;
  /** Twilio is down: whatever is asked, nothing is looked at, and the answer is this; null while it is up. */
  outage: Outage | null;
}

export interface ReplyResult {
  /** Of the inbound message. */
  sid: string;
  /** What the webhook answered; null when there is none, or no answer. */
  webhookStatus: number | null;
  /** What Twilio's debugger would say; null when all is well. */
  problem: string | null;
}

/** Takes texts from people: keyword handling, the inbound webhook, and the texts it answers with. */
export class Inbound {
  readonly #accountSid: string;
  readonly #store: Store;
  readonly #webhooks: Webhooks;
  readonly #carrier: Carrier;
  readonly #senders: Senders;
  readonly #settings: Settings;
  readonly #clock: Clock;

  constructor(options: {
    accountSid: string;
    store: Store;
    webhooks: Webhooks;
    carrier: Carrier;
    senders: Senders;
    settings: Settings;
    clock: Clock;
  }) {
    this.#accountSid = options.accountSid;
    this.#store = options.store;
    this.#webhooks = options.webhooks;
    this.#carrier = options.carrier;
    this.#senders = options.senders;
    this.#settings = options.settings;
    this.#clock = options.clock;
  }

  /** Resolves when the webhook has answered, or has been given up. */
  async receive(text: { from: string; to: string; body: string }): Promise<ReplyResult> {
    const message = this.#save('person', text);
    const keyword = optOutType(text.body, isTollFree(text.to));
    if (keyword !== null) this.#applyKeyword(keyword, message);
    const url = this.#settings.inboundUrl;
    if (url === null) return { sid: message.sid, webhookStatus: null, problem: null };
    const { result, attempt } = await this.#webhooks.post('inbound', url, this.#form(message, keyword));
    if (attempt.problem !== null || result.kind === 'failed') {
      return { sid: message.sid, webhookStatus: attempt.responseStatus, problem: attempt.problem };
    }
    const answer = readTwiml(result.contentType, result.body);
    let { problem } = answer;
    for (const body of answer.messages) {
      if (this.#isBlocked(message)) problem = '21610 Attempt to send to unsubscribed recipient';
      else this.#answer('webhook', message, body);
    }
    attempt.problem = problem;
    return { sid: message.sid, webhookStatus: result.status, problem };
  }

  /**
   * Blocks or unblocks, and replies. Twilio does not document what a keyword that changes nothing gets (a second
   * STOP, YES of someone who never stopped, HELP while blocked); here it gets no reply, except START and HELP of
   * someone who may be texted.
   */
  #applyKeyword(keyword: OptOutType, message: MessageRecord): void {
    const blockedBefore = this.#isBlocked(message);
    const sender = this.#senders.optOutKey(message.to, message.messagingServiceSid);
    if (keyword !== 'HELP') this.#store.setOptOut(sender, message.from, keyword === 'STOP');
    const saidYes = message.body.trim().toUpperCase() === 'YES';
    const silent = keyword === 'START' ? saidYes && !blockedBefore : blockedBefore;
    if (silent && !this.#settings.advancedOptOut) return;
    this.#answer('keyword', message, keywordReply(keyword, message.body, isTollFree(message.to)));
  }

  #isBlocked(message: MessageRecord): boolean {
    const sender = this.#senders.optOutKey(message.to, message.messagingServiceSid);
    return this.#store.isOptedOut(sender, message.from);
  }

  #answer(origin: 'webhook' | 'keyword', inbound: MessageRecord, body: string): void {
    const message = this.#save(origin, { from: inbound.to, to: inbound.from, body });
    if (message.plan !== null) void this.#carrier.take(message);
  }

  #save(origin: Exclude<Origin, 'api'>, text: { from: string; to: string; body: string }): MessageRecord {
    const now = this.#clock.now().toISOString();
    const inbound = origin === 'person';
    return this.#store.save({
      sid: newSid('SM'),
      direction: inbound ? 'inbound' : 'outbound-reply',
      origin,
      ...text,
      messagingServiceSid: this.#senders.serviceOf(inbound ? text.to : text.from),
      status: inbound ? 'received' : origin === 'keyword' ? 'delivered' : 'queued',
      errorCode: null,
      createdAt: now,
      updatedAt: now,
      sentAt: origin === 'webhook' ? null : now,
      statusCallback: null,
      unlisted: false,
      plan: origin === 'webhook' ? this.#store.scenario(text.to).callbacks : null,
      statusesDone: 0,
      statusesPosted: 0,
    });
  }

  /** https://www.twilio.com/docs/messaging/guides/webhook-request */
  #form(message: MessageRecord, keyword: OptOutType | null): Record<string, string> {
    const country = (number: string) => parsePhoneNumberFromString(number)?.country ?? '';
    const service = message.messagingServiceSid;
    return {
      ToCountry: country(message.to),
      ToState: '',
      SmsMessageSid: message.sid,
      NumMedia: '0',
      ToCity: '',
      FromZip: '',
      SmsSid: message.sid,
      FromState: '',
      SmsStatus: 'received',
      FromCity: '',
      Body: message.body,
      FromCountry: country(message.from),
      To: message.to,
      ...(service === null ? {} : { MessagingServiceSid: service }),
      ToZip: '',
      NumSegments: String(countSegments(message.body)),
      MessageSid: message.sid,
      AccountSid: this.#accountSid,
      From: message.from,
      ApiVersion: '2010-04-01',
      ...(this.#settings.advancedOptOut && keyword !== null ? { OptOutType: keyword } : {}),
    };
  }
}
