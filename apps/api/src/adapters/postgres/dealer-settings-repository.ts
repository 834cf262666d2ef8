import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { DealerSettings, DealerSettingsRepository } from '@keyholder/domain/time/dealer-settings';
import type { Kysely } from 'kysely';
import type { Tables } from './rows/index.ts';

export class PostgresDealerSettingsRepository implements DealerSettingsRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  async load(dealerId: string): Promise<DealerSettings> {
    const row = await this.db
      .selectFrom('dealer')
      .select(['reminder_after_days', 'quiet_from', 'quiet_until', 'recheck_after_days'])
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', dealerId)
      .executeTakeFirstOrThrow();
    return {
      reminderAfterDays: row.reminder_after_days,
      quietHours: { from: row.quiet_from, until: row.quiet_until },
      recheckAfterDays: row.recheck_after_days,
    };
  }

  async save(dealerId: string, settings: DealerSettings): Promise<void> {
    await this.db
      .updateTable('dealer')
      .set({
        reminder_after_days: settings.reminderAfterDays,
        quiet_from: settings.quietHours.from,
        quiet_until: settings.quietHours.until,
        recheck_after_days: settings.recheckAfterDays,
      })
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', dealerId)
      .execute();
  }
}
