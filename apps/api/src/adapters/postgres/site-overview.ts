import type { StoredContact } from '@keyholder/domain/contact/contact-repository';
import { nextStepAt, rankOf, stepChangesAt } from '@keyholder/domain/site/next-action';
import { reachability } from '@keyholder/domain/site/reachability';
import { fold } from '@keyholder/domain/shared/fold';
import { searchDocument } from '@keyholder/domain/site/site-search';
import { sql, type Kysely, type Selectable } from 'kysely';
import { contactsOfSites, storedContact } from './contact-facts.ts';
import type { Tables } from './rows/index.ts';

/** Sites whose contacts are read and worked through in one go: while that lasts the process answers nobody. */
const READ_AT_ONCE = 25;

/** Both rows of a site, as its facts make them. */
const overviewOf = (site: Selectable<Tables['site']>, contacts: readonly StoredContact[], now: Date) => {
  const limits = { minimumReachable: site.minimum_reachable };
  const archived = site.archived_at !== null;
  const step = archived ? null : nextStepAt(limits, contacts, now);
  const { name, account_number: accountNumber, subscriber_name: subscriberName, address } = site;
  return {
    site_id: site.id,
    name_key: fold(name),
    document: searchDocument({ name, accountNumber, subscriberName, address }, contacts),
    archived,
    reachable: reachability(limits, contacts).reachable,
    contacts: contacts.length,
    minimum: site.minimum_reachable,
    action: step?.action ?? null,
    rank: step === null ? null : rankOf(step.action),
    recheck_at: stepChangesAt(contacts, now),
  };
};

/** @returns the sites of which something is different now */
const write = async (
  db: Kysely<Tables>,
  companyId: string,
  overviews: readonly ReturnType<typeof overviewOf>[],
): Promise<readonly string[]> => {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(overviews)}::jsonb) as r(
    site_id uuid, name_key text, document text, archived boolean, reachable int, contacts int, minimum int,
    action text, rank int, recheck_at timestamptz)`;
  // Most changes are none of how a site stands or what it is found by; rows and indexes are spared.
  const standing = await sql<{ site_id: string }>`
    update site_standing s set name_key = r.name_key, archived = r.archived, reachable = r.reachable,
      contacts = r.contacts, minimum = r.minimum, action = r.action, rank = r.rank, recheck_at = r.recheck_at
    from ${rows} where s.company_id = ${companyId} and s.site_id = r.site_id
      and (s.name_key, s.archived, s.reachable, s.contacts, s.minimum, s.action, s.rank, s.recheck_at)
        is distinct from (r.name_key, r.archived, r.reachable, r.contacts, r.minimum, r.action, r.rank, r.recheck_at)
    returning s.site_id`.execute(db);
  const found = await sql<{ site_id: string }>`
    update site_search s set name_key = r.name_key, document = r.document, archived = r.archived
    from ${rows} where s.company_id = ${companyId} and s.site_id = r.site_id
      and (s.name_key, s.document, s.archived) is distinct from (r.name_key, r.document, r.archived)
    returning s.site_id`.execute(db);
  return [...new Set([...standing.rows, ...found.rows].map(({ site_id }) => site_id))];
};

/**
 * Computes again what sites are found by and how they stand, in the transaction at hand. The rows are locked first, in
 * one order: of two transactions at one site the second sees what the first has committed, and none waits for the other
 * in a circle.
 * @returns the sites of which something is different now
 */
export const refreshSiteOverview = async (
  db: Kysely<Tables>,
  companyId: string,
  siteIds: Iterable<string>,
  now: Date,
): Promise<readonly string[]> => {
  const wanted = [...new Set(siteIds)];
  if (wanted.length === 0) return [];
  const locked = await db
    .selectFrom('site_standing')
    .select('site_id')
    .where('company_id', '=', companyId)
    .where(sql<boolean>`site_id = any (${wanted}::uuid[])`)
    .orderBy('site_id')
    .forUpdate()
    .execute();
  if (locked.length === 0) return [];
  const ids = locked.map(({ site_id }) => site_id);
  const sites = await db
    .selectFrom('site')
    .selectAll()
    .where('company_id', '=', companyId)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute();
  const overviews = [];
  for (let from = 0; from < sites.length; from += READ_AT_ONCE) {
    const some = sites.slice(from, from + READ_AT_ONCE);
    const rows = await contactsOfSites(db, { companyId, siteIds: some.map(({ id }) => id) });
    const bySite = Map.groupBy(rows.map(storedContact), (contact) => contact.siteId);
    overviews.push(...some.map((site) => overviewOf(site, bySite.get(site.id) ?? [], now)));
  }
  return write(db, companyId, overviews);
};
