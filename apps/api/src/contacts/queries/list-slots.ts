import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { SlotsView } from '../contact-changes.schemas.ts';

/** The slot numbers of a site's contacts, in the order of the numbers. */
export class ListSlots extends Query<SlotsView> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
  ) {
    super();
  }
}

@QueryHandler(ListSlots)
export class ListSlotsHandler implements IQueryHandler<ListSlots> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller, siteId }: ListSlots): Promise<SlotsView> {
    const rows = await this.database.read(caller.tenant, (db) =>
      db
        .selectFrom('contact')
        .select(['id', 'name', 'slot_number', 'version'])
        .where('company_id', '=', caller.tenant.companyId)
        .where('site_id', '=', siteId)
        .where('removed_at', 'is', null)
        .orderBy('slot_number', (order) => order.asc().nullsLast())
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    );
    return {
      slots: rows.map(({ id, name, slot_number: slotNumber, version }) => ({
        contactId: id,
        name,
        slotNumber,
        version,
      })),
    };
  }
}
