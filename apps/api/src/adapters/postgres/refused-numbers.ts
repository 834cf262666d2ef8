import type { Agreement } from '@keyholder/domain/contact/agreement';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { Kysely } from 'kysely';
import type { Tables } from './rows/index.ts';

interface Place {
  readonly siteId: string;
  readonly phone: string;
}

/** Refusals by number, so that they hold when a contact is gone or the number comes back. */
export class RefusedNumbers {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant & { readonly dealerId: string },
  ) {}

  /** Keeps a refusal; a later one at the same site replaces it. */
  async keep({ siteId, phone }: Place, { at, declineReason }: Agreement): Promise<void> {
    if (at === null || declineReason === null) throw new Error('A refusal has a date and a reason.');
    const said = { reason: declineReason, at, withdrawn: false };
    const { companyId: company_id, dealerId: dealer_id } = this.tenant;
    await this.db
      .insertInto('refused_number')
      .values({ company_id, dealer_id, site_id: siteId, phone, ...said })
      .onConflict((conflict) =>
        conflict.columns(['company_id', 'dealer_id', 'phone', 'site_id']).doUpdateSet(said),
      )
      .execute();
  }

  /**
   * Takes back every refusal that holds for a number at a site, on all contacts that it holds for. True where there was
   * one.
   */
  async withdraw({ siteId, phone }: Place): Promise<boolean> {
    const withdrawn = await this.db
      .updateTable('refused_number')
      .set({ withdrawn: true })
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', '=', this.tenant.dealerId)
      .where('phone', '=', phone)
      .where('withdrawn', '=', false)
      .where((where) => where.or([where('site_id', '=', siteId), where('reason', '=', 'wrong_person')]))
      .returning('site_id')
      .execute();
    if (withdrawn.length === 0) return false;
    await this.db
      .updateTable('contact')
      .set({ agreement_state: 'none', agreement_at: null, confirmed_by: null, decline_reason: null })
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', '=', this.tenant.dealerId)
      .where('phone', '=', phone)
      .where('agreement_state', '=', 'declined')
      .where(
        'site_id',
        'in',
        withdrawn.map((row) => row.site_id),
      )
      .execute();
    return true;
  }
}
