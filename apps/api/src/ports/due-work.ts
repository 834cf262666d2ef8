import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { DealerTenant } from './caller.ts';

/** Something of a dealer's for which it is time. */
export interface Due {
  readonly id: string;
  readonly tenant: DealerTenant;
}

/**
 * Port: what is due without anybody asking for it, of all tenants. Answers are ids only; whether it is done is decided
 * on the whole facts.
 */
export abstract class DueWork {
  /** Texts that were held for the night. */
  abstract heldTexts(at: Date, most: number): Promise<readonly Due[]>;
  /** Welcome texts that may be followed by a reminder. */
  abstract textsToRemind(at: Date, most: number): Promise<readonly Due[]>;
  /** Numbers that are to be looked up again. */
  abstract lineChecks(at: Date, most: number): Promise<readonly Due[]>;
  /** Companies with events that have no place in the history yet. */
  abstract companiesWithNewEvents(): Promise<readonly Tenant[]>;
  /** Companies with events from before a moment. */
  abstract companiesWithEventsBefore(moment: Date): Promise<readonly Tenant[]>;
  /** Removed contacts whose evidence was kept long enough. */
  abstract expiredEvidence(at: Date, most: number): Promise<readonly Due[]>;
  /** Every brand. */
  abstract brands(): Promise<readonly { readonly id: string; readonly tenant: Tenant }[]>;
}
