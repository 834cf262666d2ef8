import type { Permission } from '../welcome/send-welcome.ts';
import type { ImportDefaults } from './import-check.ts';
import type { ItemReason } from './item-reason.ts';
import type { ImportMapping } from './import-fields.ts';

/** What is done for many contacts one after the other. */
export const RUN_KINDS = ['import', 'validate', 'send'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** `draft`: an import that is being prepared. A stopped run can go on where it stopped. */
export const RUN_STATES = ['draft', 'running', 'stopped', 'done'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** `skipped`: nothing was to be done any more; `failed`: it could not be done; both with the reason. */
export const ITEM_STATES = ['waiting', 'done', 'skipped', 'failed'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Who asked for a run; what a worker does for it is theirs in the audit. */
export interface RunOwner {
  readonly kind: 'person' | 'api_key';
  readonly id: string;
  readonly name: string;
}

export interface BulkRun {
  readonly id: string;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly owner: RunOwner;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** How permission was obtained, stated once for all texts of the run. */
  readonly permission: Permission | null;
  readonly fileName: string | null;
  /** The header line of an import. */
  readonly columns: readonly string[];
  readonly mapping: ImportMapping;
  readonly defaults: ImportDefaults | null;
}

/** One row of an import, or one contact of another run. */
export interface BulkItem {
  readonly position: number;
  readonly cells: readonly string[];
  readonly contactId: string | null;
}

/** What became of an item. */
export interface ItemOutcome {
  readonly state: Exclude<ItemState, 'waiting'>;
  readonly contactId: string | null;
  readonly siteId: string | null;
  /** Null where there is nothing to say. */
  readonly reason: ItemReason | null;
  readonly at: Date;
}

/** Port to the runs of one tenant. */
export interface BulkRunRepository {
  add(run: Omit<BulkRun, 'finishedAt'>): Promise<void>;
  /** Locks it until the transaction ends; null where there is none. */
  load(id: string): Promise<BulkRun | null>;
  setState(id: string, state: RunState, at: Date): Promise<void>;
  setMapping(id: string, mapping: ImportMapping, defaults: ImportDefaults): Promise<void>;
  /** Keeps items by their position; one that is there already is replaced while the run is a draft. */
  putItems(id: string, items: readonly BulkItem[]): Promise<void>;
  /** What the check of an import says of its rows. */
  putVerdicts(
    id: string,
    verdicts: readonly {
      readonly position: number;
      readonly verdict: string;
      readonly report: Readonly<Record<string, unknown>>;
    }[],
  ): Promise<void>;
  /** Items from a position on, in order. */
  itemsFrom(id: string, position: number, most: number): Promise<readonly BulkItem[]>;
  /** The next items that wait, by their positions. */
  waiting(id: string, most: number): Promise<readonly BulkItem[]>;
  /** Locks an item that waits until the transaction ends; null where it is settled, or somebody else has it. */
  take(id: string, position: number): Promise<BulkItem | null>;
  settle(id: string, position: number, outcome: ItemOutcome): Promise<void>;
}
