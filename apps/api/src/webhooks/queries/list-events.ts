import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EventKind } from '@keyholder/domain/events/contact-event';
import { eventMessage } from '@keyholder/domain/events/event-message';
import { sql } from 'kysely';
import { moment, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import { cursorOf, readCursor } from '../../http/cursor.ts';
import type { Caller } from '../../ports/caller.ts';
import type { EventView } from '../webhooks.schemas.ts';

interface EventPage {
  items: EventView[];
  nextCursor: string | null;
  more: boolean;
}

/** What happened with a dealer's contacts, the oldest first. Whoever goes on from a cursor misses nothing. */
export class ListEvents extends Query<EventPage> {
  constructor(
    readonly caller: Caller,
    readonly page: { readonly limit: number; readonly cursor?: string | undefined },
  ) {
    super();
  }
}

@QueryHandler(ListEvents)
export class ListEventsHandler implements IQueryHandler<ListEvents> {
  constructor(private readonly database: ReadDatabase) {}

  execute({ caller: { tenant }, page: { limit, cursor } }: ListEvents): Promise<EventPage> {
    const from = readCursor(cursor, 'position');
    return this.database.read(tenant, async (db): Promise<EventPage> => {
      const rows = await db
        .selectFrom('contact_event')
        .select(['id', 'kind', 'at', 'data', 'position'])
        .where('company_id', '=', tenant.companyId)
        .where('dealer_id', '=', tenant.dealerId)
        .where('position', 'is not', null)
        .$if(from !== null, (query) => query.where(sql<boolean>`position > ${from?.sortValue}::bigint`))
        .orderBy('position')
        .limit(limit + 1)
        .execute();
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map(({ id, kind, at, data }) =>
          eventMessage({ id, kind: kind as EventKind, at: moment(at), data }),
        ),
        // Also at the end: whoever asks again later goes on from there.
        nextCursor: last === undefined ? (cursor ?? null) : cursorOf(String(last.position), last.id),
        more: rows.length > limit,
      };
    });
  }
}
