import { setTimeout as delay } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** 408: the server was closing a connection that had been idle, as the request came. */
const saysAskAgain = ({ status, body }: Answer): boolean =>
  status >= 500 || status === 408 || body['code'] === 'in-progress';

/** Asks the API as a dealer's software that does not give up: the same request with the same key, until it is answered. */
export class PatientClient {
  /** Requests that were made, and those of them that got no answer or one that says to ask again. */
  readonly counts = { requests: 0, askedAgain: 0 };

  private readonly url: string;
  private readonly apiKey: string;

  constructor(url: string, apiKey: string) {
    this.url = url;
    this.apiKey = apiKey;
  }

  async ask(method: string, address: string, key: string | null, body?: unknown): Promise<Answer> {
    for (let tries = 0; tries < 600; tries += 1) {
      this.counts.requests += 1;
      const answer = await this.once(method, address, key, body);
      if (answer !== null && !saysAskAgain(answer)) return answer;
      this.counts.askedAgain += 1;
      await delay(Math.min(1_000, 50 * 2 ** tries));
    }
    throw new Error(`${method} ${address} got no answer.`);
  }

  async once(method: string, address: string, key: string | null, body?: unknown): Promise<Answer | null> {
    try {
      const response = await fetch(this.url + address, {
        method,
        headers: {
          authorization: `Bearer ${this.apiKey}`,
          ...(key === null ? {} : { 'idempotency-key': key }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      const isJson = (response.headers.get('content-type') ?? '').includes('json');
      return { status: response.status, body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {} };
    } catch {
      return null;
    }
  }
}
