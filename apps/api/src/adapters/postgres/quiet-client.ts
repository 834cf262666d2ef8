import pg from 'pg';

/** Within this time whoever has a connection that was lost gives it back; after it, it is taken from them. */
const GIVEN_BACK_WITHIN_MS = 1_000;

/**
 * A connection whose loss is no event that ends the process, and never costs its pool a place.
 *
 * Whoever asks something on it gets the error as the answer; one that is lost while nobody asks is replaced by its
 * pool, and one that is being closed was to go anyway. Pools listen only while a connection is idle in them. The query
 * builder does not give back a connection on which it could not roll back, and a pool hands out only so many.
 */
export class QuietClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    this.on('end', () => setTimeout(() => this.giveBack(), GIVEN_BACK_WITHIN_MS).unref());
  }

  private giveBack(): void {
    const { release } = this as unknown as Partial<pg.PoolClient>;
    try {
      release?.call(this, true);
    } catch {
      // It was given back already; the pool says so.
    }
  }
}

/** How every pool of ours is opened: it gives up waiting for a connection, and notices one that is dead. */
export const PATIENCE = {
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;
