import type { Locale } from '@keyholder/domain/branding/locale';
import type { KnownSite } from '@keyholder/domain/bulk/import-check';
import type { CountryCode } from '@keyholder/domain/phone/country';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { SiteDetails } from '@keyholder/domain/site/site-details';
import type { SiteRepository, StoredSite } from '@keyholder/domain/site/site-repository';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Kysely, type Selectable } from 'kysely';
import { gathered } from './gathered.ts';
import type { Tables } from './rows/index.ts';
import { SiteRow } from './rows/site-rows.ts';
import { unlessTaken } from './unless-taken.ts';

const storedSite = (row: Selectable<Tables['site']>): StoredSite => ({
  id: row.id,
  version: row.version,
  name: row.name,
  accountNumber: row.account_number,
  subscriberName: row.subscriber_name,
  address: row.address,
  country: row.country as CountryCode,
  timeZone: row.time_zone,
  language: row.language as Locale | null,
  minimumReachable: row.minimum_reachable,
  contactLabel: row.contact_label,
});

export class PostgresSiteRepository implements SiteRepository {
  constructor(
    private readonly em: EntityManager,
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant & { readonly dealerId: string },
  ) {}

  readonly add = gathered(async (sites: readonly Parameters<SiteRepository['add']>[0][]) => {
    const owner = { companyId: this.tenant.companyId, dealerId: this.tenant.dealerId };
    const added = await this.em
      .createQueryBuilder(SiteRow)
      .insert(sites.map(({ id, details, at }) => ({ ...details, ...owner, id, version: 1, createdAt: at })))
      .onConflict(['companyId', 'dealerId', 'accountNumber'])
      .ignore()
      .returning(['id'])
      .execute<{ id: string }[]>('all');
    const ids = new Set(added.map(({ id }) => id));
    return sites.map(({ id }) => ids.has(id));
  });

  async load(id: string): Promise<StoredSite | null> {
    const row = await this.inUse().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : storedSite(row);
  }

  async loadAll(ids: readonly string[]): Promise<readonly StoredSite[]> {
    const rows = await this.inUse()
      .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
      .execute();
    return rows.map(storedSite);
  }

  readonly knownByAccount = gathered(async (calls: readonly (readonly string[])[]) => {
    const known = await this.known([...new Set(calls.flat())]);
    return calls.map(() => known);
  });

  private async known(accountNumbers: readonly string[]): Promise<ReadonlyMap<string, KnownSite>> {
    if (accountNumbers.length === 0) return new Map();
    const sites = await this.db
      .selectFrom('site')
      .select(['id', 'account_number', 'country', 'archived_at'])
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', '=', this.tenant.dealerId)
      .where(sql<boolean>`account_number = any (${[...accountNumbers]}::text[])`)
      .execute();
    const contacts = await this.db
      .selectFrom('contact')
      .select(['site_id', 'name', 'phone', 'slot_number'])
      .where('company_id', '=', this.tenant.companyId)
      .where(sql<boolean>`site_id = any (${sites.map(({ id }) => id)}::uuid[])`)
      .where('removed_at', 'is', null)
      .execute();
    const bySite = Map.groupBy(contacts, (contact) => contact.site_id);
    return new Map(
      sites.map((site): [string, KnownSite] => {
        const listed = bySite.get(site.id) ?? [];
        return [
          site.account_number,
          {
            id: site.id,
            country: site.country as CountryCode,
            archived: site.archived_at !== null,
            phones: new Map(listed.map(({ phone, name }) => [phone, name])),
            slots: new Map(
              listed.flatMap(({ slot_number: slot, name }) => (slot === null ? [] : [[slot, name]])),
            ),
          },
        ];
      }),
    );
  }

  async change(
    id: string,
    version: number,
    details: SiteDetails,
  ): Promise<'stale' | 'account_number_taken' | null> {
    const changed = await unlessTaken(this.db, () =>
      this.site(id)
        .set({
          name: details.name,
          account_number: details.accountNumber,
          subscriber_name: details.subscriberName,
          address: details.address,
          country: details.country,
          time_zone: details.timeZone,
          language: details.language,
          minimum_reachable: details.minimumReachable,
          contact_label: details.contactLabel,
          version: version + 1,
        })
        .where('archived_at', 'is', null)
        .where('version', '=', version)
        .returning('id')
        .executeTakeFirst(),
    );
    if (changed === 'taken') return 'account_number_taken';
    return changed === undefined ? 'stale' : null;
  }

  async archive(id: string, at: Date): Promise<number | null> {
    const row = await this.site(id)
      .set((set) => ({ archived_at: at, version: set('version', '+', 1) }))
      .where('archived_at', 'is', null)
      .returning('version')
      .executeTakeFirst();
    return row?.version ?? null;
  }

  async restore(id: string): Promise<number | null> {
    const row = await this.site(id)
      .set((set) => ({ archived_at: null, version: set('version', '+', 1) }))
      .where('archived_at', 'is not', null)
      .returning('version')
      .executeTakeFirst();
    return row?.version ?? null;
  }

  private inUse() {
    return this.db
      .selectFrom('site')
      .selectAll()
      .where('company_id', '=', this.tenant.companyId)
      .where('archived_at', 'is', null);
  }

  private site(id: string) {
    return this.db
      .updateTable('site')
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', '=', this.tenant.dealerId)
      .where('id', '=', id);
  }
}
