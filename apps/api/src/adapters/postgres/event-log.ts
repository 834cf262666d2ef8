import type { ContactEvent, EventLog } from '@keyholder/domain/events/contact-event';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { sql, type Kysely } from 'kysely';
import { v7 as orderedId } from 'uuid';
import type { JobOutbox } from '../../ports/jobs.ts';
import type { Tables } from './rows/index.ts';
import { writingEvents, type WantedEvent } from './writing-events.ts';

/** More wait for the next round. */
const PLACED_AT_ONCE = 10_000;

/** Collects the events of one transaction; they are written at its end, with the contacts as they then are. */
export class PostgresEventLog implements EventLog {
  private readonly events: ContactEvent[] = [];

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
    private readonly jobs: JobOutbox,
  ) {}

  add(event: ContactEvent): void {
    this.events.push(event);
  }

  async place(): Promise<void> {
    const { companyId } = this.tenant;
    // One at a time: a place is given only when every earlier one has been committed.
    await sql`select pg_advisory_xact_lock(hashtextextended('contact_event:' || ${companyId}::text, 0))`.execute(
      this.db,
    );
    await sql`
      update contact_event e set position = n.position from (
        select id, nextval('contact_event_position') as position from (
          select id from contact_event where company_id = ${companyId} and position is null
          order by at, id limit ${PLACED_AT_ONCE}
        ) late
      ) n
      where e.company_id = ${companyId} and e.id = n.id`.execute(this.db);
  }

  async forgetBefore(moment: Date): Promise<void> {
    await this.db
      .deleteFrom('contact_event')
      .where('company_id', '=', this.tenant.companyId)
      .where('recorded_at', '<', moment)
      .execute();
  }

  /** Writes them, and for every endpoint that wants them what is to be sent. */
  async write(now: Date): Promise<void> {
    if (this.events.length === 0) return;
    const rows = this.events.map(({ kind, contactId, at, detail }) => ({
      id: orderedId(),
      kind,
      contact_id: contactId,
      at: at.toISOString(),
      detail: detail ?? {},
    }));
    const { rows: wanted } = await writingEvents(this.tenant.companyId, rows, now).execute(this.db);
    if (wanted.length > 0) await this.queue(wanted);
  }

  private async queue(wanted: readonly WantedEvent[]): Promise<void> {
    const { companyId } = this.tenant;
    const deliveries = wanted.map((event) => ({ id: orderedId(), event }));
    await this.db
      .insertInto('webhook_delivery')
      .values(
        deliveries.map(({ id, event }) => ({
          id,
          company_id: companyId,
          dealer_id: event.dealer_id,
          webhook_id: event.webhook_id,
          event_id: event.id,
          since: new Date(event.at),
        })),
      )
      .execute();
    await Promise.all(
      deliveries.map(({ id, event }) => {
        const tenant = { companyId, dealerId: event.webhook_dealer_id };
        return this.jobs.add({ name: 'send-webhook', tenant, deliveryId: id });
      }),
    );
  }
}
