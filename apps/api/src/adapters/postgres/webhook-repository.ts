import type { EventKind } from '@keyholder/domain/events/contact-event';
import type { WebhookDetails } from '@keyholder/domain/events/webhook';
import type {
  StoredDelivery,
  StoredWebhook,
  WebhookRepository,
} from '@keyholder/domain/events/webhook-repository';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { Kysely } from 'kysely';
import { moment, momentOrNull } from './moment.ts';
import type { Tables } from './rows/index.ts';

export class PostgresWebhookRepository implements WebhookRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  async count(): Promise<number> {
    const { count } = await this.db
      .selectFrom('webhook')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', 'is not distinct from', this.tenant.dealerId)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async add(webhook: Parameters<WebhookRepository['add']>[0]): Promise<void> {
    await this.db
      .insertInto('webhook')
      .values({
        id: webhook.id,
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        url: webhook.url,
        description: webhook.description,
        kinds: [...webhook.kinds],
        created_at: webhook.at,
        created_by: webhook.by,
      })
      .execute();
  }

  async load(id: string): Promise<StoredWebhook | null> {
    const row = await this.db
      .selectFrom('webhook')
      .selectAll()
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', 'is not distinct from', this.tenant.dealerId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return null;
    return {
      id,
      dealerId: row.dealer_id,
      url: row.url,
      description: row.description,
      kinds: row.kinds as EventKind[],
      generation: row.generation,
      overlapUntil: momentOrNull(row.overlap_until),
      disabledAt: momentOrNull(row.disabled_at),
      failingSince: momentOrNull(row.failing_since),
      failures: row.failures,
      pausedUntil: momentOrNull(row.paused_until),
    };
  }

  async change(id: string, { url, description, kinds }: WebhookDetails): Promise<void> {
    await this.webhook(id)
      .set({ url, description, kinds: [...kinds] })
      .execute();
  }

  async remove(id: string): Promise<void> {
    await this.db
      .deleteFrom('webhook')
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', 'is not distinct from', this.tenant.dealerId)
      .where('id', '=', id)
      .execute();
  }

  async rotate(id: string, overlapUntil: Date): Promise<void> {
    await this.webhook(id)
      .set((set) => ({ generation: set('generation', '+', 1), overlap_until: overlapUntil }))
      .execute();
  }

  async setDisabled(id: string, disabledAt: Date | null): Promise<void> {
    await this.webhook(id)
      .set({ disabled_at: disabledAt, failing_since: null, failures: 0, paused_until: null })
      .execute();
    if (disabledAt === null) return;
    await this.db
      .updateTable('webhook_delivery')
      .set({ state: 'dead' })
      .where('company_id', '=', this.tenant.companyId)
      .where('webhook_id', '=', id)
      .where('state', '=', 'waiting')
      .execute();
  }

  async recordHealth(
    id: string,
    { failingSince, failures, pausedUntil }: Parameters<WebhookRepository['recordHealth']>[1],
  ): Promise<void> {
    await this.webhook(id)
      .set({ failing_since: failingSince, failures, paused_until: pausedUntil })
      .execute();
  }

  async loadDelivery(id: string): Promise<StoredDelivery | null> {
    const row = await this.db
      .selectFrom('webhook_delivery as d')
      .innerJoin('contact_event as e', (join) =>
        join.onRef('e.company_id', '=', 'd.company_id').onRef('e.id', '=', 'd.event_id'),
      )
      .select(['d.webhook_id', 'd.state', 'd.tries', 'd.since', 'e.id', 'e.kind', 'e.at', 'e.data'])
      .where('d.company_id', '=', this.tenant.companyId)
      .where('d.id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return null;
    return {
      id,
      webhookId: row.webhook_id,
      state: row.state as StoredDelivery['state'],
      tries: row.tries,
      since: moment(row.since),
      event: { id: row.id, kind: row.kind as EventKind, at: moment(row.at), data: row.data },
    };
  }

  async recordAttempt(
    deliveryId: string,
    { at, state, outcome }: Parameters<WebhookRepository['recordAttempt']>[1],
  ): Promise<void> {
    const delivery = await this.db
      .updateTable('webhook_delivery')
      .set((set) => ({
        state,
        tries: set('tries', '+', 1),
        tried_at: at,
        status: outcome.status,
        cause: outcome.kind === 'failed' ? outcome.cause : null,
      }))
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', deliveryId)
      .returning('webhook_id')
      .executeTakeFirst();
    if (delivery !== undefined && outcome.kind === 'taken')
      await this.webhook(delivery.webhook_id).set({ last_taken_at: at }).execute();
  }

  async revive(webhookId: string, most: number, at: Date): Promise<readonly string[]> {
    const rows = await this.db
      .updateTable('webhook_delivery')
      .set({ state: 'waiting', tries: 0, since: at })
      .where('company_id', '=', this.tenant.companyId)
      .where('id', 'in', (oldest) =>
        oldest
          .selectFrom('webhook_delivery')
          .select('id')
          .where('company_id', '=', this.tenant.companyId)
          .where('webhook_id', '=', webhookId)
          .where('state', '=', 'dead')
          .orderBy('id')
          .limit(most),
      )
      .returning('id')
      .execute();
    return rows.map(({ id }) => id).toSorted();
  }

  private webhook(id: string) {
    return this.db
      .updateTable('webhook')
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', 'is not distinct from', this.tenant.dealerId)
      .where('id', '=', id);
  }
}
