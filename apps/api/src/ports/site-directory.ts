import type { Tenant } from '@keyholder/domain/shared/tenant';

/** Port: the one question about sites that comes before a tenant is known. Answers are ids only. */
export abstract class SiteDirectory {
  /** Sites whose next step is to be computed again, since time has passed; the longest due first. */
  abstract due(
    before: Date,
    most: number,
  ): Promise<readonly { readonly id: string; readonly tenant: Tenant & { readonly dealerId: string } }[]>;
}
