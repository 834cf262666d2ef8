import type { LineCheckRepository } from '@keyholder/domain/contact/contact-repository';
import type { LineCheck } from '@keyholder/domain/phone/line-type';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { lookUpAgainAt } from '@keyholder/domain/phone/recheck';
import { sql, type Kysely } from 'kysely';
import { momentOrNull } from './moment.ts';
import type { Tables } from './rows/index.ts';

export class PostgresLineCheckRepository implements LineCheckRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant & { readonly dealerId: string },
  ) {}

  async find(phone: string): Promise<LineCheck | null> {
    const row = await this.db
      .selectFrom('line_check')
      .selectAll()
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', '=', this.tenant.dealerId)
      .where('phone', '=', phone)
      .executeTakeFirst();
    if (row === undefined) return null;
    return {
      result: row.result as LineCheck['result'],
      lineType: row.line_type as LineCheck['lineType'],
      carrier: row.carrier,
      country: row.country,
      checkedAt: momentOrNull(row.checked_at),
    };
  }

  async claim(id: string, at: Date, until: Date): Promise<string | null> {
    const row = await this.db
      .updateTable('line_check')
      .set({ recheck_at: until })
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', id)
      .where((where) => where.or([where('recheck_at', 'is', null), where('recheck_at', '<=', at)]))
      .returning('phone')
      .executeTakeFirst();
    return row?.phone ?? null;
  }

  async recheckAt(phone: string, at: Date): Promise<void> {
    await this.check(phone).set({ recheck_at: at }).execute();
  }

  async forget(phone: string): Promise<void> {
    await this.db
      .deleteFrom('line_check')
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', '=', this.tenant.dealerId)
      .where('phone', '=', phone)
      .execute();
  }

  async save(phone: string, check: LineCheck): Promise<void> {
    if (check.result === 'unchecked' || check.checkedAt === null)
      throw new Error('Only a check that was made is kept.');
    const facts = {
      result: check.result,
      line_type: check.lineType,
      carrier: check.carrier,
      country: check.country,
      checked_at: check.checkedAt,
    };
    const { result, checkedAt } = check;
    const again = (tries: number) => ({ tries, recheck_at: lookUpAgainAt(result, tries, checkedAt) });
    const { tries } = await this.db
      .insertInto('line_check')
      .values({
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        phone,
        ...facts,
        tries: result === 'inconclusive' ? 1 : 0,
      })
      .onConflict((conflict) =>
        conflict.columns(['company_id', 'dealer_id', 'phone']).doUpdateSet({
          ...facts,
          tries: result === 'inconclusive' ? sql<number>`line_check.tries + 1` : 0,
        }),
      )
      .returning('tries')
      .executeTakeFirstOrThrow();
    await this.check(phone).set(again(tries)).execute();
  }

  async contactsWith(
    phone: string,
  ): Promise<readonly { readonly siteId: string; readonly contactId: string }[]> {
    const rows = await this.db
      .selectFrom('contact')
      .select(['id', 'site_id'])
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', '=', this.tenant.dealerId)
      .where('phone', '=', phone)
      .where('removed_at', 'is', null)
      .execute();
    return rows.map((row) => ({ siteId: row.site_id, contactId: row.id }));
  }

  private check(phone: string) {
    return this.db
      .updateTable('line_check')
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', '=', this.tenant.dealerId)
      .where('phone', '=', phone);
  }
}
