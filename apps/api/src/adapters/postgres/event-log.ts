import type { ContactEvent, EventLog } from '@keyholder/domain/events/contact-event';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { sql, type Kysely } from 'kysely';
import { v7 as orderedId } from 'uuid';
import type { JobOutbox } from '../../ports/jobs.ts';
import type { Tables } from './rows/index.ts';

/** More wait for the next round. */
const PLACED_AT_ONCE = 10_000;

interface Written {
  readonly id: string;
  readonly dealer_id: string;
  readonly kind: string;
  readonly at: string;
}

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
    const { rows: written } = await sql<Written>`
      insert into contact_event (id, company_id, dealer_id, kind, at, recorded_at, data)
      select e.id, c.company_id, c.dealer_id, e.kind, e.at, ${now}::timestamptz, jsonb_build_object(
        'dealerId', c.dealer_id,
        'site', jsonb_build_object('id', s.id, 'accountNumber', s.account_number),
        'contact', jsonb_build_object('id', c.id, 'name', c.name, 'phone', c.phone, 'title', c.title,
          'slotNumber', c.slot_number, 'emergencyContact', c.emergency_contact),
        'detail', e.detail)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as e(id uuid, kind text, contact_id uuid, at timestamptz, detail jsonb)
      join contact c on c.company_id = ${this.tenant.companyId} and c.id = e.contact_id
      join site s on s.company_id = c.company_id and s.id = c.site_id
      order by e.id
      returning id, dealer_id, kind, at`.execute(this.db);
    if (written.length > 0) await this.queue(written);
  }

  private async queue(written: readonly Written[]): Promise<void> {
    const { companyId } = this.tenant;
    const dealers = [...new Set(written.map((event) => event.dealer_id))];
    const kinds = [...new Set(written.map(({ kind }) => kind))];
    const { rows: webhooks } = await sql<{ id: string; dealer_id: string | null; kinds: string[] }>`
      select id, dealer_id, kinds from find_webhooks(${companyId}, ${dealers}::uuid[], ${kinds}::text[])`.execute(
      this.db,
    );
    const deliveries = webhooks.flatMap((webhook) =>
      written
        .filter(({ kind, dealer_id: dealerId }) => {
          const isTheirs = webhook.dealer_id === null || webhook.dealer_id === dealerId;
          return isTheirs && webhook.kinds.includes(kind);
        })
        .map((event) => ({ id: orderedId(), webhook, event })),
    );
    if (deliveries.length === 0) return;
    await this.db
      .insertInto('webhook_delivery')
      .values(
        deliveries.map(({ id, webhook, event }) => ({
          id,
          company_id: companyId,
          dealer_id: event.dealer_id,
          webhook_id: webhook.id,
          event_id: event.id,
          since: new Date(event.at),
        })),
      )
      .execute();
    for (const { id, webhook } of deliveries) {
      const tenant = { companyId, dealerId: webhook.dealer_id };
      await this.jobs.add({ name: 'send-webhook', tenant, deliveryId: id });
    }
  }
}
