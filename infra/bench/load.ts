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
      const { method, path, headers, body } = next();
      const begun = performance.now();
      const answer = await pool.request({ method, path, headers, ...(body === undefined ? {} : { body }) });
      const text = await answer.body.text();
      if (answer.statusCode !== status)
        throw new Error(`${path}: ${answer.statusCode} ${text.slice(0, 300)}`);
      times.push(performance.now() - begun);
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
