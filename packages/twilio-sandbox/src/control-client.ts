import type { Conversation, SandboxState } from './control-types.ts';
import type { ReplyResult, Settings } from './inbound.ts';
import type { Text } from './message.ts';
import type { PartialScenario } from './scenario.ts';
import type { CallbackAttempt } from './webhooks.ts';

/** Drives a running sandbox from tests. Nothing here waits: a test polls for what it expects. */
export class SandboxControl {
  readonly #baseUrl: string;

  /** `baseUrl` as `startSandbox` returns it. */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl.replace(/\/$/, '');
  }

  /** Every text in both directions, oldest first. */
  async allTexts(): Promise<Text[]> {
    return (await this.#json<{ texts: Text[] }>('GET', 'texts')).texts;
  }

  /** What arrived or was meant to arrive on this person's phone, oldest first. */
  async textsTo(number: string): Promise<Text[]> {
    return (await this.allTexts()).filter((text) => text.to === number);
  }

  async conversations(): Promise<Conversation[]> {
    return (await this.#json<{ conversations: Conversation[] }>('GET', 'conversations')).conversations;
  }

  /** Every HTTP request made to the application, oldest first. */
  async callbacks(): Promise<CallbackAttempt[]> {
    return (await this.#json<{ callbacks: CallbackAttempt[] }>('GET', 'callbacks')).callbacks;
  }

  async state(): Promise<SandboxState> {
    return this.#json('GET', 'state');
  }

  /**
   * The person at `number` texts `body` to our number `to` (default: the one that texted last). Resolves when the
   * inbound webhook has answered.
   */
  async reply(number: string, to: string | undefined, body: string): Promise<ReplyResult> {
    return this.#json('POST', 'replies', { from: number, ...(to === undefined ? {} : { to }), body });
  }

  /** What a number plays from now on: a row of the table by its name, or any part of a scenario. */
  async play(number: string, scenario: string | PartialScenario): Promise<void> {
    const body = typeof scenario === 'string' ? { name: scenario } : scenario;
    await this.#send('PUT', `scenarios/${encodeURIComponent(number)}`, body);
  }

  /** Gives a number back to the table. */
  async stopPlaying(number: string): Promise<void> {
    await this.#send('DELETE', `scenarios/${encodeURIComponent(number)}`);
  }

  async set(settings: Partial<Settings>): Promise<void> {
    await this.#send('PUT', 'settings', settings);
  }

  async setInboundUrl(inboundUrl: string | null): Promise<void> {
    await this.set({ inboundUrl });
  }

  /** From now on messages keep their status, and nothing is posted about them. */
  async holdCallbacks(): Promise<void> {
    await this.#send('POST', 'hold');
  }

  /** Everything held goes on, and nothing is held any more. */
  async releaseCallbacks(): Promise<void> {
    await this.#send('POST', 'release');
  }

  /** While holding: one status further for each message to this number. Returns how many went on. */
  async stepCallbacks(number: string): Promise<number> {
    return (await this.#json<{ steps: number }>('POST', `step/${encodeURIComponent(number)}`)).steps;
  }

  /** Forgets texts, opt-outs, scenarios and callbacks, and stops holding. Settings stay. */
  async reset(): Promise<void> {
    await this.#send('POST', 'reset');
  }

  async #json<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    return (await this.#send(method, path, body)).json() as Promise<Answer>;
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${this.#baseUrl}/sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`${method} /sandbox/${path}: ${response.status} ${await response.text()}`);
    }
    return response;
  }
}
