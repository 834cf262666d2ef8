import type { SiteDetails } from './site-details.ts';

export interface StoredSite extends SiteDetails {
  readonly id: string;
}

/** Port to the sites of one tenant. Archived sites are not found. */
export interface SiteRepository {
  /** Adds a site; false where another of the dealer's sites has the account number. */
  add(site: { readonly id: string; readonly details: SiteDetails; readonly at: Date }): Promise<boolean>;
  load(id: string): Promise<StoredSite | null>;
}
