import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EXPORT_COLUMNS, exportRow, type ExportedContact } from '@keyholder/domain/bulk/export-rows';
import type { Locale } from '@keyholder/domain/branding/locale';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { stringify } from 'csv-stringify/sync';
import type { Kysely, Selectable } from 'kysely';
import {
  contactsWithFacts,
  iso,
  moment,
  momentOrNull,
  ReadDatabase,
  storedContact,
  type Tables,
} from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { ExportView } from '../export.schemas.ts';

/** What an export holds. */
export class GetExport extends Query<Result<ExportView, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly exportId: string,
  ) {
    super();
  }
}

/** An export as CSV. */
export class GetExportFile extends Query<Result<string, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly exportId: string,
  ) {
    super();
  }
}

type Made = Selectable<Tables['contact_export']>;

const load = (db: Kysely<Tables>, { tenant }: Caller, id: string): Promise<Made | undefined> =>
  db
    .selectFrom('contact_export')
    .selectAll()
    .where('company_id', '=', tenant.companyId)
    .where('id', '=', id)
    .executeTakeFirst();

/** Contacts in the bounds of an export, removed ones too where it says what has changed. */
const within = (db: Kysely<Tables>, { tenant }: Caller, made: Made) =>
  db
    .selectFrom('contact')
    .innerJoin('site', (join) =>
      join.onRef('site.company_id', '=', 'contact.company_id').onRef('site.id', '=', 'contact.site_id'),
    )
    .where('contact.company_id', '=', tenant.companyId)
    .where('contact.dealer_id', '=', tenant.dealerId)
    .$if(made.site_id !== null, (query) => query.where('contact.site_id', '=', made.site_id))
    .$if(made.since === null, (query) =>
      query.where('contact.removed_at', 'is', null).where('site.archived_at', 'is', null),
    )
    .$if(made.since !== null, (query) => query.where('contact.changed_at', '>', made.since))
    .where('contact.created_at', '<=', made.until);

@QueryHandler(GetExport)
export class GetExportHandler implements IQueryHandler<GetExport> {
  constructor(private readonly database: ReadDatabase) {}

  execute({ caller, exportId }: GetExport): Promise<Result<ExportView, Refusal>> {
    return this.database.read(caller.tenant, async (db): Promise<Result<ExportView, Refusal>> => {
      const made = await load(db, caller, exportId);
      if (made === undefined) return err({ code: 'not_found', what: 'export' });
      const { count } = await within(db, caller, made)
        .select((select) => select.fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
      return ok({
        id: made.id,
        siteId: made.site_id,
        since: iso(momentOrNull(made.since)),
        until: moment(made.until).toISOString(),
        contacts: Number(count),
        by: made.made_by,
      });
    });
  }
}

@QueryHandler(GetExportFile)
export class GetExportFileHandler implements IQueryHandler<GetExportFile> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  execute({ caller, exportId }: GetExportFile): Promise<Result<string, Refusal>> {
    return this.database.read(caller.tenant, async (db): Promise<Result<string, Refusal>> => {
      const made = await load(db, caller, exportId);
      if (made === undefined) return err({ code: 'not_found', what: 'export' });
      const rows = await within(db, caller, made)
        .select([
          'contact.id',
          'contact.name',
          'contact.title',
          'contact.phone',
          'contact.email',
          'contact.slot_number',
          'contact.emergency_contact',
          'contact.language',
          'site.name as site_name',
          'site.account_number',
        ])
        .orderBy('site.account_number')
        .orderBy('contact.slot_number', (order) => order.asc().nullsLast())
        .orderBy('contact.created_at')
        .execute();
      const facts = await contactsWithFacts(db)
        .where('contact.company_id', '=', caller.tenant.companyId)
        .where('contact.dealer_id', '=', caller.tenant.dealerId)
        .$if(made.site_id !== null, (query) => query.where('contact.site_id', '=', made.site_id))
        .$if(made.since !== null, (query) => query.where('contact.changed_at', '>', made.since))
        .execute();
      const known = new Map(facts.map((row) => [row.id, storedContact(row).facts]));
      const now = this.clock.now();
      const lines = rows.map((row) => {
        const exported: ExportedContact = {
          site: { name: row.site_name, accountNumber: row.account_number },
          contact: {
            name: row.name,
            title: row.title,
            phone: row.phone,
            email: row.email,
            slotNumber: row.slot_number,
            emergencyContact: row.emergency_contact,
            language: row.language as Locale | null,
          },
          facts: known.get(row.id) ?? null,
        };
        return exportRow(exported, now);
      });
      // The mark tells spreadsheets that it is UTF-8.
      return ok(stringify([[...EXPORT_COLUMNS], ...lines.map((line) => [...line])], { bom: true }));
    });
  }
}
