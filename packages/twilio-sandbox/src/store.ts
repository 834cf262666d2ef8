import { EventEmitter } from 'node:events';
import type { Clock } from './clock.ts';
import type { Journal } from './journal.ts';
import { magicNumbers } from './magic-numbers.ts';
import type { MessageRecord, Status } from './message.ts';
import { completeScenario } from './scenario.ts';
import type { PartialScenario, Scenario } from './scenario.ts';

/** What the sandbox remembers: texts, opt-outs, scenarios set by tests. Emits `changed` after every change. */
export class Store extends EventEmitter<{ changed: [] }> {
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #messages = new Map<string, MessageRecord>();
  readonly #optOuts = new Set<string>();
  readonly #scenarios = new Map<string, PartialScenario>();
  /** How often a `times`-limited failure of a number has been played. */
  readonly #played = new Map<string, number>();

  constructor(journal: Journal, clock: Clock) {
    super();
    // One listener for each open phones page.
    this.setMaxListeners(0);
    this.#journal = journal;
    this.#clock = clock;
    for (const entry of journal.read()) {
      if (entry.kind === 'message') this.#messages.set(entry.message.sid, entry.message);
      else if (entry.kind === 'optOut') this.#applyOptOut(entry.sender, entry.number, entry.blocked);
      else this.#applyScenario(entry.number, entry.scenario);
    }
  }

  /** Oldest first. */
  messages(): MessageRecord[] {
    return [...this.#messages.values()];
  }

  message(sid: string): MessageRecord | undefined {
    return this.#messages.get(sid);
  }

  save(message: MessageRecord): MessageRecord {
    this.#messages.set(message.sid, message);
    this.#journal.append({ kind: 'message', message });
    this.emit('changed');
    return message;
  }

  /** The message with one more status; undefined when a reset has forgotten it. */
  advance(sid: string, status: Status, errorCode: number | null): MessageRecord | undefined {
    const message = this.#messages.get(sid);
    if (message === undefined) return undefined;
    const now = this.#clock.now().toISOString();
    return this.save({
      ...message,
      status,
      errorCode,
      updatedAt: now,
      sentAt: message.sentAt ?? (status === 'sent' ? now : null),
      statusesDone: message.statusesDone + 1,
    });
  }

  /** Notes that the first `count` statuses of a message have been posted. */
  posted(sid: string, count: number): void {
    const message = this.#messages.get(sid);
    if (message !== undefined) this.save({ ...message, statusesPosted: count });
  }

  /** `sender` is a Messaging Service's SID or a number of ours. */
  isOptedOut(sender: string, number: string): boolean {
    return this.#optOuts.has(`${sender} ${number}`);
  }

  setOptOut(sender: string, number: string, blocked: boolean): void {
    this.#applyOptOut(sender, number, blocked);
    this.#journal.append({ kind: 'optOut', sender, number, blocked });
    this.emit('changed');
  }

  /** Senders that may not text this number. */
  optedOutSenders(number: string): string[] {
    return [...this.#optOuts].flatMap((pair) => {
      const [sender = '', person] = pair.split(' ');
      return person === number ? [sender] : [];
    });
  }

  /** What this number plays: set by a test, else by the table, else a mobile that gets its texts. */
  scenario(number: string): Scenario {
    const row = magicNumbers.find((candidate) => candidate.number === number);
    return completeScenario(this.#scenarios.get(number) ?? row?.scenario ?? {});
  }

  /** Scenarios set by tests. */
  scenarios(): Record<string, PartialScenario> {
    return Object.fromEntries(this.#scenarios);
  }

  /** `null` gives the number back to the table. */
  setScenario(number: string, scenario: PartialScenario | null): void {
    this.#applyScenario(number, scenario);
    for (const operation of ['lookup', 'send']) this.#played.delete(`${operation} ${number}`);
    this.#journal.append({ kind: 'scenario', number, scenario });
    this.emit('changed');
  }

  /**
   * Whether a failure limited to `times` is to be played now; counts it. After the one success that follows,
   * counting starts anew, so that a demonstration can be repeated.
   */
  playsFailure(operation: 'lookup' | 'send', number: string, times: number | undefined): boolean {
    if (times === undefined) return true;
    const key = `${operation} ${number}`;
    const before = this.#played.get(key) ?? 0;
    if (before >= times) {
      this.#played.delete(key);
      return false;
    }
    this.#played.set(key, before + 1);
    return true;
  }

  /** Forgets everything. */
  reset(): void {
    this.#messages.clear();
    this.#optOuts.clear();
    this.#scenarios.clear();
    this.#played.clear();
    this.#journal.clear();
    this.emit('changed');
  }

  #applyOptOut(sender: string, number: string, blocked: boolean): void {
    if (blocked) this.#optOuts.add(`${sender} ${number}`);
    else this.#optOuts.delete(`${sender} ${number}`);
  }

  #applyScenario(number: string, scenario: PartialScenario | null): void {
    if (scenario === null) this.#scenarios.delete(number);
    else this.#scenarios.set(number, scenario);
  }
}
