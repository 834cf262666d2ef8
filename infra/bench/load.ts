import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import { quantile } from './statistics.ts';

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Load {
  readonly origin: string;
  /** Requests in flight. */
  readonly connections: number;
  readonly seconds: number;
  /** The status that every answer must have. */
  readonly status: number;
  readonly next: () => Request;
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Sends one request and reads its answer. @returns milliseconds until then */
async function ask(pool: Pool, { method, path, headers, body }: Request, status: number): Promise<number> {
  const begun = performance.now();
  const answer = await pool.request({ method, path, headers, ...(body === undefined ? {} : { body }) });
  const text = await answer.body.text();
  if (answer.statusCode !== status) throw new Error(`${path}: ${answer.statusCode} ${text.slice(0, 300)}`);
  return performance.now() - begun;
}

/**
 * So many requests, whenever they are due, whether earlier ones are answered or not.
 * @param load.perSecond how many become due in a second; null: all at once
 * @returns milliseconds from when each was due until it was answered
 */
export async function runArrivals(load: {
  readonly origin: string;
  readonly connections: number;
  readonly count: number;
  readonly perSecond: number | null;
  readonly status: number;
  readonly next: () => Request;
}): Promise<readonly number[]> {
  const { origin, connections, count, perSecond, status, next } = load;
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const from = performance.now();
  try {
    return await Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const due = perSecond === null ? from : from + (n * 1000) / perSecond;
        const request = next();
        await delay(Math.max(0, due - performance.now()));
        await ask(pool, request, status);
        return performance.now() - due;
      }),
    );
  } finally {
    await pool.close();
  }
}

/**
 * Keeps so many requests in flight for so long, each connection sending its next once it has read its answer.
 * @throws on the first answer with another status: a fast refusal is no result
 */
export async function runLoad({ origin, connections, seconds, status, next }: Load): Promise<Measured> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const times: number[] = [];
  const from = performance.now();
  const until = from + seconds * 1000;
  const work = async (): Promise<void> => {
    while (performance.now() < until) {
      times.push(await ask(pool, next(), status));
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, work));
  } finally {
    await pool.close();
  }
  const perSecond = (times.length * 1000) / (performance.now() - from);
  return { perSecond, p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) };
}
