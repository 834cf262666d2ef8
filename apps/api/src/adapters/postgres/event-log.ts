import type { ContactEvent, EventLog } from '@keyholder/domain/events/contact-event';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { sql, type Kysely } from 'kysely';
import { v7 as orderedId } from 'uuid';
import type { JobOutbox } from '../../ports/jobs.ts';
import type { Tables } from './rows/index.ts';

/** More wait for the next round. */
const PLACED_AT_ONCE = 10_000;

/** An event that was written, and a webhook that wants it. */
interface Wanted {
  readonly id: string;
  readonly dealer_id: string;
  readonly at: string;
  readonly webhook_id: string;
  readonly webhook_dealer_id: string | null;
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
    const { companyId } = this.tenant;
    const { rows: wanted } = await sql<Wanted>`
      with written as (
        insert into contact_event (id, company_id, dealer_id, kind, at, recorded_at, data)
        select e.id, c.company_id, c.dealer_id, e.kind, e.at, ${now}::timestamptz, jsonb_build_object(
          'dealerId', c.dealer_id,
          'site', jsonb_build_object('id', s.id, 'accountNumber', s.account_number),
          'contact', jsonb_build_object('id', c.id, 'name', c.name, 'phone', c.phone, 'title', c.title,
            'slotNumber', c.slot_number, 'emergencyContact', c.emergency_contact),
          'detail', e.detail)
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as e(id uuid, kind text, contact_id uuid, at timestamptz, detail jsonb)
        join contact c on c.company_id = ${companyId} and c.id = e.contact_id
        join site s on s.company_id = c.company_id and s.id = c.site_id
        order by e.id
        returning id, company_id, dealer_id, kind, at
      ), of_kind as (
        select company_id, array_agg(distinct dealer_id) as dealers, array_agg(distinct kind) as kinds
        from written group by company_id
      )
      select e.id, e.dealer_id, e.at, w.id as webhook_id, w.dealer_id as webhook_dealer_id
      from of_kind
      cross join lateral find_webhooks(of_kind.company_id, of_kind.dealers, of_kind.kinds) w
      join written e on (w.dealer_id is null or w.dealer_id = e.dealer_id) and e.kind = any (w.kinds)
      order by w.id, e.id`.execute(this.db);
    if (wanted.length > 0) await this.queue(wanted);
  }

  private async queue(wanted: readonly Wanted[]): Promise<void> {
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
