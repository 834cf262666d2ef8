import { sql, type Kysely } from 'kysely';
import type { AnnouncedChange } from '../../ports/live-changes.ts';
import type { Tables } from './rows/index.ts';
import { refreshSiteOverview } from './site-overview.ts';

/** Notes sites whose overview is to be computed again, each with its dealer. */
export const notingSites = (companyId: string, dealerOf: ReadonlyMap<string, string>) => sql`
  insert into changed_site (company_id, dealer_id, site_id)
  select ${companyId}::uuid, * from unnest(${[...dealerOf.values()]}::uuid[], ${[...dealerOf.keys()]}::uuid[])`;

/**
 * Notes what a transaction has changed, for what is derived from it: contacts, so that an export can hold what has
 * changed since the last one; their sites, whose overview is to be computed again within a moment. The overview of a
 * site that was changed itself (its name, its place in the archive) is computed here and now: whoever changed it looks
 * at the list next.
 * @param noted.added contacts that the transaction itself has added: they have changed when they were added
 */
export const noteChanges = async (
  db: Kysely<Tables>,
  noted: {
    readonly companyId: string;
    readonly changes: readonly AnnouncedChange[];
    readonly added: ReadonlySet<string>;
    readonly at: Date;
  },
): Promise<void> => {
  const { companyId, changes, added, at } = noted;
  const dealerOf = new Map<string, string>();
  const contacts = new Set<string>();
  const themselves = new Set<string>();
  for (const { dealerId, siteId, contactId, overviewStays } of changes) {
    if (contactId === null) themselves.add(siteId);
    else if (overviewStays !== true) dealerOf.set(siteId, dealerId);
    if (contactId !== null && !added.has(contactId)) contacts.add(contactId);
  }
  const sites = notingSites(companyId, dealerOf);
  if (contacts.size > 0) {
    // Locked in one order, so that two transactions at the same contacts never wait for each other in a circle.
    await sql`
      with sites as (${sites}), locked as materialized (
        select id from contact where company_id = ${companyId} and id = any (${[...contacts]}::uuid[])
        order by id for no key update)
      update contact set changed_at = ${at}
      where company_id = ${companyId} and id in (select id from locked)`.execute(db);
  } else if (dealerOf.size > 0) {
    await sites.execute(db);
  }
  await refreshSiteOverview(db, companyId, themselves, at);
};
