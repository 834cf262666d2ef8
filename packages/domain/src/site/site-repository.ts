import type { KnownSite } from '../bulk/import-check.ts';
import type { SiteDetails } from './site-details.ts';

export interface StoredSite extends SiteDetails {
  readonly id: string;
  /** Covers what a dealer edits. */
  readonly version: number;
}

/** Port to the sites of one tenant. Archived sites are not found. */
export interface SiteRepository {
  /** Adds a site; false where another of the dealer's sites has the account number. */
  add(site: { readonly id: string; readonly details: SiteDetails; readonly at: Date }): Promise<boolean>;
  load(id: string): Promise<StoredSite | null>;
  /** Of several, those that there are. */
  loadAll(ids: readonly string[]): Promise<readonly StoredSite[]>;
  /** Sites by their account numbers, archived or not, with who is on their lists. */
  knownByAccount(accountNumbers: readonly string[]): Promise<ReadonlyMap<string, KnownSite>>;
  /** Saves an edit of the version that was read; the version grows by one. */
  change(id: string, version: number, details: SiteDetails): Promise<'stale' | 'account_number_taken' | null>;
  /** Hides a site with its contacts; its new version, or null where there is no such site that is not archived. */
  archive(id: string, at: Date): Promise<number | null>;
  /** Brings an archived site back; its new version, or null where there is none. */
  restore(id: string): Promise<number | null>;
}
