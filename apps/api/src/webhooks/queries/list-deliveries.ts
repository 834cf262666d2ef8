import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EventKind } from '@keyholder/domain/events/contact-event';
import { deliveryCauseIn } from '@keyholder/domain/events/delivery-cause';
import { READER_WORDS } from '@keyholder/domain/words/reader-language';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { iso, moment, momentOrNull, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import { pageFrom, readCursor } from '../../http/cursor.ts';
import type { Caller, CompanyCaller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { DeliveryView } from '../webhooks.schemas.ts';

interface DeliveryPage {
  items: DeliveryView[];
  nextCursor: string | null;
}

/** What was and will be sent to an endpoint, the newest event first. */
export class ListDeliveries extends Query<Result<DeliveryPage, Refusal>> {
  constructor(
    readonly caller: Caller | CompanyCaller,
    readonly webhookId: string,
    readonly search: {
      readonly state?: DeliveryView['state'] | undefined;
      readonly limit: number;
      readonly cursor?: string | undefined;
    },
  ) {
    super();
  }
}

@QueryHandler(ListDeliveries)
export class ListDeliveriesHandler implements IQueryHandler<ListDeliveries> {
  constructor(private readonly database: ReadDatabase) {}

  execute({ caller, webhookId, search }: ListDeliveries): Promise<Result<DeliveryPage, Refusal>> {
    const { companyId, dealerId } = caller.tenant;
    const words = READER_WORDS[caller.language].deliveryCauses;
    const from = readCursor(search.cursor);
    return this.database.read(caller.tenant, async (db): Promise<Result<DeliveryPage, Refusal>> => {
      const webhook = await db
        .selectFrom('webhook')
        .select('id')
        .where('company_id', '=', companyId)
        .where('dealer_id', 'is not distinct from', dealerId)
        .where('id', '=', webhookId)
        .executeTakeFirst();
      if (webhook === undefined) return err({ code: 'not_found', what: 'webhook' });
      const rows = await db
        .selectFrom('webhook_delivery as d')
        .innerJoin('contact_event as e', (join) =>
          join.onRef('e.company_id', '=', 'd.company_id').onRef('e.id', '=', 'd.event_id'),
        )
        .select(['d.id', 'd.event_id', 'e.kind', 'e.at', 'd.state', 'd.tries'])
        .select(['d.tried_at', 'd.status', 'd.cause'])
        .where('d.company_id', '=', companyId)
        .where('d.webhook_id', '=', webhookId)
        .$if(search.state !== undefined, (query) => query.where('d.state', '=', search.state ?? ''))
        .$if(from !== null, (query) => query.where('d.id', '<', from?.id ?? ''))
        .orderBy('d.id', 'desc')
        .limit(search.limit + 1)
        .execute();
      return ok(
        pageFrom(
          rows,
          search.limit,
          (row): DeliveryView => ({
            id: row.id,
            eventId: row.event_id,
            type: row.kind as EventKind,
            at: moment(row.at).toISOString(),
            state: row.state as DeliveryView['state'],
            tries: row.tries,
            triedAt: iso(momentOrNull(row.tried_at)),
            status: row.status,
            cause: deliveryCauseIn(row.cause, row.status, words),
          }),
          ({ id }) => ({ sortValue: '', id }),
        ),
      );
    });
  }
}
