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

  async addNote(caseId: string, { body, by, at }: SupportNote): Promise<void> {
    await this.db
      .insertInto('support_note')
      .values({
        id: randomUUIDv7(),
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        case_id: caseId,
        body,
        by,
        at,
      })
      .execute();
  }
}
