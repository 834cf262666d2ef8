import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { displayPhone } from '@keyholder/domain/phone/phone-number';
import { foundThrough, readSearch, soughtText, type SiteSearch } from '@keyholder/domain/site/site-search';
import { sql, type Kysely } from 'kysely';
import { ReadDatabase, type Tables } from '../../adapters/postgres/read-database.ts';
import { pageFrom, readCursor } from '../../http/cursor.ts';
import type { Caller } from '../../ports/caller.ts';
import type { FoundSiteView } from '../sites.schemas.ts';
import { siteView, standingReachability } from './site-rows.ts';

/** A dealer's sites in the order of their names: those in use, those of them below their minimum, or the archived. */
export class ListSites extends Query<{ items: FoundSiteView[]; nextCursor: string | null }> {
  constructor(
    readonly caller: Caller,
    readonly page: {
      readonly limit: number;
      readonly cursor?: string | undefined;
      readonly query?: string | undefined;
      readonly archived: boolean;
      readonly belowMinimum: boolean;
    },
  ) {
    super();
  }
}

interface Place {
  readonly site_id: string;
  readonly name_key: string;
}

interface Wanted {
  readonly tenant: Tenant;
  readonly archived: boolean;
  readonly belowMinimum: boolean;
  readonly from: { readonly sortValue: string; readonly id: string } | null;
  readonly most: number;
}

/** Before every other place in the order. */
const BEGINNING = { name_key: '', site_id: '00000000-0000-0000-0000-000000000000' };

/** `%` and `_` in what people type mean themselves. */
const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;

const inOrder = (
  db: Kysely<Tables>,
  { tenant, archived, belowMinimum, from, most }: Wanted,
): Promise<Place[]> =>
  // Both tables keep the order; how a site stands is in one of them.
  db
    .selectFrom(belowMinimum ? 'site_standing' : 'site_search')
    .select(['site_id', 'name_key'])
    .where('company_id', '=', tenant.companyId)
    .where('dealer_id', '=', tenant.dealerId)
    .where('archived', '=', archived)
    .$if(belowMinimum, (query) => query.where(sql<boolean>`reachable < minimum`))
    .$if(from !== null, (query) =>
      query.where(sql<boolean>`(name_key, site_id) > (${from?.sortValue}, ${from?.id}::uuid)`),
    )
    .orderBy('name_key')
    .orderBy('site_id')
    .limit(most)
    .execute();

const matching = async (
  db: Kysely<Tables>,
  search: SiteSearch,
  { archived, belowMinimum, from, most }: Wanted,
): Promise<Place[]> => {
  // The longest is likely the rarest; the index is asked for the first.
  const patterns = search.terms
    .map(soughtText)
    .toSorted((one, other) => other.length - one.length)
    .map(containing);
  const phone = search.phoneDigits === null ? null : containing(search.phoneDigits);
  const place = sql`${from?.sortValue ?? null}, ${from?.id ?? null}::uuid, ${most}::int`;
  const { rows } = await (
    belowMinimum
      ? sql<Place>`select * from search_sites_below_minimum(${patterns}::text[], ${phone}, ${place})`
      : sql<Place>`select * from search_sites(${patterns}::text[], ${phone}, ${archived}, ${place})`
  ).execute(db);
  return rows;
};

/** Who types a whole account number means that site: it comes first, wherever its name stands. */
const accountNumbered = async (
  db: Kysely<Tables>,
  { tenant, archived, belowMinimum }: Wanted,
  typed: string,
): Promise<string | null> => {
  const site = await db
    .selectFrom('site')
    .select('id')
    .where('company_id', '=', tenant.companyId)
    .where('dealer_id', '=', tenant.dealerId)
    .where('account_number', 'in', [typed, typed.toUpperCase()])
    .where('archived_at', archived ? 'is not' : 'is', null)
    .$if(belowMinimum, (query) =>
      query.where(
        sql<boolean>`exists (select from site_standing b
          where b.company_id = site.company_id and b.site_id = site.id and b.reachable < b.minimum)`,
      ),
    )
    .executeTakeFirst();
  return site?.id ?? null;
};

/** Places of the page and of one more. */
const placesOf = async (
  db: Kysely<Tables>,
  wanted: Wanted,
  search: SiteSearch | null,
  typed: string,
): Promise<readonly Place[]> => {
  if (search === null) return inOrder(db, wanted);
  const first = await accountNumbered(db, wanted, typed);
  if (first === null) return matching(db, search, wanted);
  const found = await matching(db, search, { ...wanted, most: wanted.most + 1 });
  const others = found.filter(({ site_id }) => site_id !== first);
  return wanted.from === null ? [{ ...BEGINNING, site_id: first }, ...others] : others;
};

const contactsOf = (db: Kysely<Tables>, { companyId }: Tenant, siteIds: readonly string[]) =>
  db
    .selectFrom('contact')
    .select(['id', 'site_id', 'name', 'phone'])
    .where('company_id', '=', companyId)
    .where('site_id', 'in', siteIds)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute();

const personOf = ({ id, name, phone }: { id: string; name: string; phone: string }) => ({
  contactId: id,
  name,
  phoneDisplay: displayPhone(phone),
});

@QueryHandler(ListSites)
export class ListSitesHandler implements IQueryHandler<ListSites> {
  constructor(private readonly database: ReadDatabase) {}

  execute({ caller, page }: ListSites): Promise<{ items: FoundSiteView[]; nextCursor: string | null }> {
    const { tenant } = caller;
    const typed = page.query?.trim() ?? '';
    const search = readSearch(typed);
    const wanted = {
      tenant,
      archived: page.archived,
      belowMinimum: page.belowMinimum,
      from: readCursor(page.cursor),
      most: page.limit + 1,
    };
    return this.database.read(tenant, async (db) => {
      const places = await placesOf(db, wanted, search, typed);
      const { items: ids, nextCursor } = pageFrom(
        places,
        page.limit,
        ({ site_id }) => site_id,
        // The site with the very account number stands before all others.
        (place) =>
          place.name_key === BEGINNING.name_key
            ? { sortValue: '', id: BEGINNING.site_id }
            : { sortValue: place.name_key, id: place.site_id },
      );
      return { items: await this.views(db, tenant, ids, search), nextCursor };
    });
  }

  private async views(
    db: Kysely<Tables>,
    tenant: Tenant,
    ids: readonly string[],
    search: SiteSearch | null,
  ): Promise<FoundSiteView[]> {
    if (ids.length === 0) return [];
    const rows = await db
      .selectFrom('site')
      .innerJoin('site_standing', (join) =>
        join
          .onRef('site_standing.company_id', '=', 'site.company_id')
          .onRef('site_standing.site_id', '=', 'site.id'),
      )
      .selectAll('site')
      .select(['reachable', 'contacts', 'minimum'])
      .where('site.company_id', '=', tenant.companyId)
      .where('site.id', 'in', ids)
      .execute();
    const contacts = search === null ? [] : await contactsOf(db, tenant, ids);
    const bySite = Map.groupBy(contacts, (contact) => contact.site_id);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      if (row === undefined) return [];
      const site = siteView(row, standingReachability(row));
      const through = search === null ? null : foundThrough(search, site, bySite.get(id) ?? []);
      return [{ ...site, foundThrough: through === null ? null : personOf(through) }];
    });
  }
}
