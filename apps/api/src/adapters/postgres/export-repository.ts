import type { ExportRepository } from '@keyholder/domain/bulk/export-repository';
import type { Kysely } from 'kysely';
import type { DealerTenant } from '../../ports/caller.ts';
import { momentOrNull } from './moment.ts';
import type { Tables } from './rows/index.ts';

export class PostgresExportRepository implements ExportRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: DealerTenant,
  ) {}

  async add({ id, siteId, since, until, by }: Parameters<ExportRepository['add']>[0]): Promise<void> {
    await this.db
      .insertInto('contact_export')
      .values({
        id,
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        site_id: siteId,
        since,
        until,
        made_by: by,
      })
      .execute();
  }

  async last(siteId: string | null): Promise<Date | null> {
    const row = await this.db
      .selectFrom('contact_export')
      .select('until')
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', '=', this.tenant.dealerId)
      .where('site_id', siteId === null ? 'is' : '=', siteId)
      .orderBy('until', 'desc')
      .limit(1)
      .executeTakeFirst();
    return momentOrNull(row?.until ?? null);
  }
}
