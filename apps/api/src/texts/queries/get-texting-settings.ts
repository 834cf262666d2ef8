import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { TextingSettings } from '../texting.schemas.ts';

/** What the dealer decided about reminders, quiet hours and how old a line check may grow. */
export class GetTextingSettings extends Query<TextingSettings> {
  constructor(readonly caller: Caller) {
    super();
  }
}

@QueryHandler(GetTextingSettings)
export class GetTextingSettingsHandler implements IQueryHandler<GetTextingSettings> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller }: GetTextingSettings): Promise<TextingSettings> {
    const row = await this.database.read(caller.tenant, (db) =>
      db
        .selectFrom('dealer')
        .select(['reminder_after_days', 'quiet_from', 'quiet_until', 'recheck_after_days'])
        .where('company_id', '=', caller.tenant.companyId)
        .where('id', '=', caller.tenant.dealerId)
        .executeTakeFirstOrThrow(),
    );
    return {
      reminderAfterDays: row.reminder_after_days,
      quietHours: { from: row.quiet_from, until: row.quiet_until },
      recheckAfterDays: row.recheck_after_days,
    };
  }
}
