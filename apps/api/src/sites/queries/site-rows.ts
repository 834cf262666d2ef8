import type { Locale } from '@keyholder/domain/branding/locale';
import { reachability } from '@keyholder/domain/site/reachability';
import type { Kysely, Selectable } from 'kysely';
import {
  contactsWithFacts,
  iso,
  moment,
  momentOrNull,
  storedContact,
  type Tables,
} from '../../adapters/postgres/read-database.ts';
import type { SiteView } from '../sites.schemas.ts';

type SiteRow = Selectable<Tables['site']>;

/** Sites as the API shows them, each with the reachability of its contacts. */
export const siteViews = async (
  db: Kysely<Tables>,
  companyId: string,
  sites: readonly SiteRow[],
): Promise<SiteView[]> => {
  if (sites.length === 0) return [];
  const rows = await contactsWithFacts(db)
    .where('contact.company_id', '=', companyId)
    .where(
      'contact.site_id',
      'in',
      sites.map((site) => site.id),
    )
    .execute();
  const bySite = Map.groupBy(rows.map(storedContact), (contact) => contact.siteId);
  return sites.map((site) => ({
    id: site.id,
    name: site.name,
    accountNumber: site.account_number,
    subscriberName: site.subscriber_name,
    address: site.address,
    country: site.country,
    timeZone: site.time_zone,
    language: site.language as Locale | null,
    minimumReachable: site.minimum_reachable,
    contactLabel: site.contact_label,
    reachability: reachability({ minimumReachable: site.minimum_reachable }, bySite.get(site.id) ?? []),
    version: site.version,
    createdAt: moment(site.created_at).toISOString(),
    archivedAt: iso(momentOrNull(site.archived_at)),
  }));
};
