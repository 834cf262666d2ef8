import { randomUUIDv7 } from 'node:crypto';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { SupportCaseRepository, SupportNote } from '@keyholder/domain/support/support-case-repository';
import { sql, type Kysely } from 'kysely';
import type { Tables } from './rows/index.ts';

export class PostgresSupportCaseRepository implements SupportCaseRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant & { readonly dealerId: string },
  ) {}

  async open(
    supportCase: Parameters<SupportCaseRepository['open']>[0],
  ): Promise<{ readonly caseId: string } | null> {
    const opened = await this.db
      .insertInto('support_case')
      .values({
        id: randomUUIDv7(),
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        site_id: supportCase.siteId,
        contact_id: supportCase.contactId,
        state: 'open',
        disputed_check: supportCase.disputedCheck,
        bundle: sql<Record<string, unknown>>`${JSON.stringify(supportCase.bundle)}::jsonb`,
        opened_at: supportCase.at,
        opened_by: supportCase.by,
        opened_by_id: supportCase.byId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return opened === undefined ? null : { caseId: opened.id };
  }

  async findOpen(contactId: string): Promise<{ readonly caseId: string } | null> {
    const row = await this.db
      .selectFrom('support_case')
      .select('id')
      .where('company_id', '=', this.tenant.companyId)
      .where('contact_id', '=', contactId)
      .where('state', '=', 'open')
      .executeTakeFirst();
    return row === undefined ? null : { caseId: row.id };
  }

  async dispute(caseId: string): Promise<void> {
    await this.db
      .updateTable('support_case')
      .set({ disputed_check: true })
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', caseId)
      .execute();
  }

  async openForChange(
    caseId: string,
  ): Promise<{ readonly contactId: string; readonly siteId: string } | null> {
    const row = await this.db
      .selectFrom('support_case')
      .select(['contact_id', 'site_id'])
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', caseId)
      .where('state', '=', 'open')
      .forUpdate()
      .executeTakeFirst();
    return row === undefined ? null : { contactId: row.contact_id, siteId: row.site_id };
  }

  async close(caseId: string, { by, at }: { readonly by: string; readonly at: Date }): Promise<void> {
    await this.db
      .updateTable('support_case')
      .set({ state: 'closed', closed_at: at, closed_by: by })
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', caseId)
      .where('state', '=', 'open')
      .execute();
  }

  async asked(caseId: string): ReturnType<SupportCaseRepository['asked']> {
    const row = await this.db
      .selectFrom('support_case')
      .select(['opened_by_id', 'contact_id', 'site_id'])
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', caseId)
      .executeTakeFirst();
    if (row === undefined) return null;
    return { by: row.opened_by_id, contactId: row.contact_id, siteId: row.site_id };
  }

  async addNote(caseId: string, { body, by, at, fromSupport = false }: SupportNote): Promise<void> {
    await this.db
      .insertInto('support_note')
      .values({
        id: randomUUIDv7(),
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        case_id: caseId,
        body,
        by,
        from_support: fromSupport,
        at,
      })
      .execute();
    if (!fromSupport) return;
    await this.db
      .updateTable('support_case')
      .set({ answered_at: at })
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', caseId)
      .execute();
  }
}
