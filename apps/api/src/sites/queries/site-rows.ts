import type { Locale } from '@keyholder/domain/branding/locale';
import type { Reachability } from '@keyholder/domain/site/reachability';
import type { Selectable } from 'kysely';
import { iso, moment, momentOrNull, type Tables } from '../../adapters/postgres/read-database.ts';
import type { SiteView } from '../sites.schemas.ts';

/** A site as the API shows it. */
export const siteView = (site: Selectable<Tables['site']>, reachability: Reachability): SiteView => ({
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
  reachability,
  version: site.version,
  createdAt: moment(site.created_at).toISOString(),
  archivedAt: iso(momentOrNull(site.archived_at)),
});

/** A site's reachability as it was computed when something last changed. */
export const standingReachability = (
  standing: Pick<Selectable<Tables['site_standing']>, 'reachable' | 'contacts' | 'minimum'>,
): Reachability => ({
  reachable: standing.reachable,
  contacts: standing.contacts,
  minimum: standing.minimum,
  meetsMinimum: standing.reachable >= standing.minimum,
});
