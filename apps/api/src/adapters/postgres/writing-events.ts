import { sql } from 'kysely';

/** An event that was written, and a webhook that wants it. */
export interface WantedEvent {
  readonly id: string;
  readonly dealer_id: string;
  readonly at: string;
  readonly webhook_id: string;
  readonly webhook_dealer_id: string | null;
}

/** An event, as the statement that writes it is given it. */
interface NewEvent {
  readonly id: string;
  readonly kind: string;
  readonly contact_id: string;
  readonly at: string;
  readonly detail: unknown;
}

/** Writes events, with the contacts as they now are; gives back those that webhooks want, once for each webhook. */
export const writingEvents = (companyId: string, rows: readonly NewEvent[], now: Date) =>
  sql<WantedEvent>`
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
    order by w.id, e.id`;
