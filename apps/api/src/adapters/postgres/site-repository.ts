import type { Locale } from '@keyholder/domain/branding/locale';
import type { CountryCode } from '@keyholder/domain/phone/country';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { SiteRepository, StoredSite } from '@keyholder/domain/site/site-repository';
import type { EntityManager } from '@mikro-orm/postgresql';
import { SiteRow } from './rows/site-rows.ts';

export class PostgresSiteRepository implements SiteRepository {
  constructor(
    private readonly em: EntityManager,
    private readonly tenant: Tenant & { readonly dealerId: string },
  ) {}

  async add({ id, details, at }: Parameters<SiteRepository['add']>[0]): Promise<boolean> {
    const owner = { companyId: this.tenant.companyId, dealerId: this.tenant.dealerId };
    const row = await this.em
      .createQueryBuilder(SiteRow)
      .insert({ ...details, ...owner, id, version: 1, createdAt: at })
      .onConflict(['companyId', 'dealerId', 'accountNumber'])
      .ignore()
      .returning(['id'])
      .execute<{ id: string } | undefined>('get');
    return row?.id !== undefined;
  }

  async load(id: string): Promise<StoredSite | null> {
    const row = await this.em.findOne(SiteRow, { id, companyId: this.tenant.companyId, archivedAt: null });
    if (row === null) return null;
    return {
      id: row.id,
      name: row.name,
      accountNumber: row.accountNumber,
      subscriberName: row.subscriberName ?? null,
      address: row.address ?? null,
      country: row.country as CountryCode,
      timeZone: row.timeZone,
      language: (row.language ?? null) as Locale | null,
      minimumReachable: row.minimumReachable,
      contactLabel: row.contactLabel,
    };
  }
}
