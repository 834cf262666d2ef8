import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { RATE_LIMITS, RateLimits, type RateLimitName } from '../../ports/rate-limits.ts';

const inFuture = ({ msBeforeNext }: RateLimiterRes): Date => new Date(Date.now() + msBeforeNext);

/** Refusals that a process remembers; when there are more it asks the database again. */
const MOST_REMEMBERED = 10_000;

/** Counters in Postgres, so that they hold over all processes (rate-limiter-flexible). */
export class PostgresRateLimits extends RateLimits {
  private readonly refused = new Map<string, Date>();
  private readonly limiters: ReadonlyMap<RateLimitName, RateLimiterPostgres>;

  /** @param key of the hash under which subjects are counted: the table names no address and no account */
  constructor(
    pool: pg.Pool,
    private readonly key: Buffer,
  ) {
    super();
    const names = Object.keys(RATE_LIMITS) as RateLimitName[];
    this.limiters = new Map(
      names.map((name) => [
        name,
        new RateLimiterPostgres({
          storeClient: pool,
          storeType: 'pool',
          schemaName: 'limits',
          tableName: 'rate_limit',
          tableCreated: true,
          keyPrefix: name,
          points: RATE_LIMITS[name].points,
          duration: RATE_LIMITS[name].seconds,
        }),
      ]),
    );
  }

  async count(limit: RateLimitName, subject: string): Promise<Date | null> {
    try {
      await this.limiter(limit).consume(this.hash(subject));
      return null;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const until = inFuture(refusal);
      this.remember(`${limit}:${subject}`, until);
      return until;
    }
  }

  reached(limit: RateLimitName, subject: string): Date | null {
    const until = this.refused.get(`${limit}:${subject}`);
    return until === undefined || until.getTime() <= Date.now() ? null : until;
  }

  async forgive(limit: RateLimitName, subject: string): Promise<void> {
    await this.limiter(limit).reward(this.hash(subject));
  }

  async reset(limit: RateLimitName, subject: string): Promise<void> {
    await this.limiter(limit).delete(this.hash(subject));
  }

  private remember(key: string, until: Date): void {
    if (this.refused.size >= MOST_REMEMBERED) this.refused.clear();
    this.refused.set(key, until);
  }

  private limiter(limit: RateLimitName): RateLimiterPostgres {
    const limiter = this.limiters.get(limit);
    if (limiter === undefined) throw new Error(`There is no limit "${limit}".`);
    return limiter;
  }

  private hash(subject: string): string {
    return createHmac('sha256', this.key).update(subject.toLowerCase()).digest('base64url');
  }
}
