import type { DataSet } from './data-set.ts';
import type { Effort } from './rounds.ts';
import type { Surroundings } from './surroundings.ts';

/** A database with its data set. */
export interface FilledDatabase extends DataSet {
  readonly name: string;
}

/** What every line of the bench is given. */
export interface Context {
  readonly surroundings: Surroundings;
  readonly small: FilledDatabase;
  readonly large: FilledDatabase;
  readonly effort: Effort;
}
