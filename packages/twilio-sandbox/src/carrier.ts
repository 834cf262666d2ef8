import type { Clock } from './clock.ts';
import type { Hold } from './hold.ts';
import { plannedStatuses } from './message.ts';
import type { MessageRecord, Status } from './message.ts';
import type { CallbackPlan } from './scenario.ts';
import type { Store } from './store.ts';
import type { Webhooks } from './webhooks.ts';

/** Takes every message through its planned statuses and reports them to its StatusCallback. */
export class Carrier {
  readonly #accountSid: string;
  readonly #store: Store;
  readonly #webhooks: Webhooks;
  readonly #hold: Hold;
  readonly #clock: Clock;
  readonly #latencyMs: () => number;
  readonly #signal: () => AbortSignal;
  readonly #running = new Set<Promise<void>>();

  constructor(options: {
    accountSid: string;
    store: Store;
    webhooks: Webhooks;
    hold: Hold;
    clock: Clock;
    /** Wait before each status. */
    latencyMs: () => number;
    /** The present run's: aborted by a reset or by closing. */
    signal: () => AbortSignal;
  }) {
    this.#accountSid = options.accountSid;
    this.#store = options.store;
    this.#webhooks = options.webhooks;
    this.#hold = options.hold;
    this.#clock = options.clock;
    this.#latencyMs = options.latencyMs;
    this.#signal = options.signal;
  }

  /** Messages on their way, with callbacks still to come. */
  get pending(): number {
    return this.#running.size;
  }

  /** Resolves when the message has reached its last status and everything about it has been posted. */
  take(message: MessageRecord): Promise<void> {
    const run: Promise<void> = this.#play(message).finally(() => {
      this.#running.delete(run);
      // The number on its way is shown by the control API.
      this.#store.emit('changed');
    });
    this.#running.add(run);
    return run;
  }

  /** Goes on with what an earlier process left on its way. */
  resume(): void {
    for (const message of this.#store.messages()) {
      const length = plannedStatuses(message).length;
      const toPost = message.statusCallback !== null && message.plan?.copies !== 0;
      if (message.statusesDone < length || (toPost && message.statusesPosted < length)) {
        void this.take(message);
      }
    }
  }

  /** Resolves when nothing that ran at the time of the call runs any more. */
  async stopped(): Promise<void> {
    await Promise.allSettled(this.#running);
  }

  async #play(message: MessageRecord): Promise<void> {
    const { plan } = message;
    if (plan === null) return;
    const signal = this.#signal();
    const statuses = plannedStatuses(message);
    // Late and reversed callbacks come after the message's last status; punctual ones with each.
    const afterwards = plan.lateBy > 0 || plan.order === 'reversed';
    const start = afterwards ? message.statusesDone : message.statusesPosted;
    for (let index = start; index < statuses.length; index += 1) {
      if (index >= message.statusesDone && !(await this.#step(message, statuses, index, plan, signal)))
        return;
      if (!afterwards && !(await this.#post(message.sid, statuses, [index], plan, signal))) return;
    }
    if (!afterwards || statuses.length === 0) return;
    await this.#clock.sleep(this.#latencyMs() * plan.lateBy, signal);
    const indexes = statuses.map((_, index) => index);
    if (plan.order === 'reversed') indexes.reverse();
    await this.#post(message.sid, statuses, indexes, plan, signal);
  }

  /** One status; false when the sandbox stops or has forgotten the message. */
  async #step(
    message: MessageRecord,
    statuses: Status[],
    index: number,
    plan: CallbackPlan,
    signal: AbortSignal,
  ): Promise<boolean> {
    const status = statuses[index];
    await this.#hold.pass(message.to);
    await this.#clock.sleep(this.#latencyMs(), signal);
    if (signal.aborted || status === undefined) return false;
    const errorCode = index === statuses.length - 1 ? (plan.errorCode ?? null) : null;
    return this.#store.advance(message.sid, status, errorCode) !== undefined;
  }

  async #post(
    sid: string,
    statuses: Status[],
    indexes: number[],
    plan: CallbackPlan,
    signal: AbortSignal,
  ): Promise<boolean> {
    for (const index of indexes) {
      const status = statuses[index];
      const message = this.#store.message(sid);
      if (signal.aborted || message === undefined || status === undefined) return false;
      const url = message.statusCallback;
      if (url === null) continue;
      const errorCode = index === statuses.length - 1 ? plan.errorCode : undefined;
      const form = { ...this.#form(message, status, errorCode), ...plan.extraFields };
      for (let copy = 0; copy < plan.copies; copy += 1) {
        await this.#webhooks.post('status', url, form, plan.signature);
      }
    }
    if (signal.aborted) return false;
    this.#store.posted(sid, Math.max(...indexes) + 1);
    return true;
  }

  /** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
  #form(message: MessageRecord, status: Status, errorCode: number | undefined): Record<string, string> {
    const final = status === 'delivered' || status === 'undelivered';
    return {
      AccountSid: this.#accountSid,
      ApiVersion: '2010-04-01',
      From: message.from,
      To: message.to,
      MessageSid: message.sid,
      MessageStatus: status,
      SmsSid: message.sid,
      SmsStatus: status,
      ...(message.messagingServiceSid === null ? {} : { MessagingServiceSid: message.messagingServiceSid }),
      ...(errorCode === undefined ? {} : { ErrorCode: String(errorCode) }),
      ...(final ? { RawDlrDoneDate: dlrDate(this.#clock.now()) } : {}),
    };
  }
}

/** `YYMMDDhhmm` in UTC. */
function dlrDate(now: Date): string {
  return now.toISOString().replace(/\D/g, '').slice(2, 12);
}
