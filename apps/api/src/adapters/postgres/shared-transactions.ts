import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { Store } from '../../ports/unit-of-work.ts';

/** Pieces of work in one transaction at most. */
const MOST = 100;

/** Runs several pieces of work of a tenant in one transaction; all are done, or none. */
type RunAll = (tenant: Tenant, pieces: readonly Piece[]) => Promise<readonly unknown[]>;

/** A piece of work that waits for a transaction. */
export interface Piece {
  /** What it is about; two pieces about the same thing never share a transaction, and keep their order. */
  readonly about: string;
  readonly work: (store: Store) => Promise<unknown>;
}

interface Waiting extends Piece {
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * What comes while one transaction of a tenant is at work goes together into the next: a flood costs the database no
 * more transactions than it can take, and nobody waits where there is none.
 */
export class SharedTransactions {
  private readonly lines = new Map<string, Waiting[]>();

  constructor(private readonly runAll: RunAll) {}

  /** Done once it is committed. */
  run<T>(tenant: Tenant, piece: Piece): Promise<T> {
    return new Promise<T>((done, failed) => {
      const waiting: Waiting = { ...piece, done: done as (result: unknown) => void, failed };
      const key = `${tenant.companyId}/${tenant.dealerId ?? ''}`;
      const line = this.lines.get(key);
      if (line !== undefined) {
        line.push(waiting);
        return;
      }
      this.lines.set(key, [waiting]);
      void this.work(key, tenant);
    });
  }

  /** Works until nothing of the tenant waits; an empty line is taken away, so that the next piece begins anew. */
  private async work(key: string, tenant: Tenant): Promise<void> {
    for (;;) {
      const together = takeFirst(this.lines.get(key) ?? []);
      if (together.length === 0) break;
      await this.commit(tenant, together);
    }
    this.lines.delete(key);
  }

  private async commit(tenant: Tenant, together: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.runAll(tenant, together);
      for (const [index, { done }] of together.entries()) done(results[index]);
    } catch (error) {
      const [first, ...others] = together;
      // One that cannot be done must not take the others with it.
      if (others.length === 0) first?.failed(error);
      else for (const one of together) await this.commit(tenant, [one]);
    }
  }
}

/** Takes the first pieces out of a line, at most one about each thing. */
const takeFirst = (line: Waiting[]): readonly Waiting[] => {
  const taken = new Map<string, Waiting>();
  const left: Waiting[] = [];
  for (const piece of line.splice(0)) {
    if (taken.size === MOST || taken.has(piece.about)) left.push(piece);
    else taken.set(piece.about, piece);
  }
  line.push(...left);
  return [...taken.values()];
};
