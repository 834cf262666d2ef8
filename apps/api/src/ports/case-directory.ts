import type { DealerTenant } from './caller.ts';

/** Where a case belongs. */
export interface CasePlace {
  readonly caseId: string;
  readonly tenant: DealerTenant;
}

/** Port: the few questions about cases that come before a tenant is known. Answers are ids only. */
export abstract class CaseDirectory {
  abstract find(caseId: string): Promise<CasePlace | null>;
  /**
   * Cases of all companies, the newest first.
   * @param after the last one of the page before
   */
  abstract list(
    state: 'open' | 'closed',
    page: {
      readonly after: { readonly openedAt: string; readonly id: string } | null;
      readonly most: number;
    },
  ): Promise<readonly (CasePlace & { readonly openedAt: string })[]>;
}
