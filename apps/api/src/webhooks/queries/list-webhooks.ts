import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EventKind } from '@keyholder/domain/events/contact-event';
import { iso, moment, momentOrNull, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller, CompanyCaller } from '../../ports/caller.ts';
import type { WebhookView } from '../webhooks.schemas.ts';

/** Endpoints of a dealer, or of a company as a whole, the oldest first. */
export class ListWebhooks extends Query<WebhookView[]> {
  constructor(readonly caller: Caller | CompanyCaller) {
    super();
  }
}

@QueryHandler(ListWebhooks)
export class ListWebhooksHandler implements IQueryHandler<ListWebhooks> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller: { tenant } }: ListWebhooks): Promise<WebhookView[]> {
    const rows = await this.database.read(tenant, (db) =>
      db
        .selectFrom('webhook as w')
        .selectAll()
        .select((query) =>
          (['waiting', 'dead'] as const).map((state) =>
            query
              .selectFrom('webhook_delivery as d')
              .select(({ fn }) => fn.countAll<string>().as('count'))
              .whereRef('d.company_id', '=', 'w.company_id')
              .whereRef('d.webhook_id', '=', 'w.id')
              .where('d.state', '=', state)
              .as(state),
          ),
        )
        .where('w.company_id', '=', tenant.companyId)
        .where('w.dealer_id', 'is not distinct from', tenant.dealerId)
        .orderBy('w.created_at')
        .orderBy('w.id')
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      url: row.url,
      description: row.description,
      kinds: row.kinds as EventKind[],
      createdAt: moment(row.created_at).toISOString(),
      createdBy: row.created_by,
      enabled: row.disabled_at === null,
      failingSince: iso(momentOrNull(row.failing_since)),
      lastTakenAt: iso(momentOrNull(row.last_taken_at)),
      overlapUntil: iso(momentOrNull(row.overlap_until)),
      waiting: Number(row.waiting),
      dead: Number(row.dead),
    }));
  }
}
