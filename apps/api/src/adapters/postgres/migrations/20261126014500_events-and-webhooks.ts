import { Migration } from '@mikro-orm/migrations';
import { answersWithoutTenant, boundToDealer, readableByLookups, usableByApp } from './tenant-tables.ts';

const TABLES = /* sql */ `
-- What happened with contacts, for other software: sent by webhooks, listed by the history. Kept for a month.
create table contact_event (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null references dealer,
  kind text not null,
  at timestamptz not null,
  -- the contact as it was then, and what else is to be said
  data jsonb not null,
  -- place in the history; given after the commit, one company's events at a time, so that a reader who has come this far
  -- misses nothing that commits later
  position bigint,
  recorded_at timestamptz not null default now(),
  unique (company_id, dealer_id, id)
);
create sequence contact_event_position;
create index contact_event_history on contact_event (company_id, dealer_id, position) where position is not null;
create index contact_event_without_position on contact_event (company_id, at, id) where position is null;
create index contact_event_age on contact_event (company_id, recorded_at);

-- Where events are sent. The secret that signs them is derived and not kept.
create table webhook (
  id uuid primary key,
  company_id uuid not null references company,
  -- null: the company's own, for events of all of its dealers
  dealer_id uuid references dealer,
  url text not null,
  description text not null,
  kinds text[] not null,
  -- which of its secrets signs; the one before signs too until overlap_until
  generation int not null default 1,
  overlap_until timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  disabled_at timestamptz,
  -- since when it has taken nothing, how often in a row, and until when it is left alone
  failing_since timestamptz,
  failures int not null default 0,
  paused_until timestamptz,
  last_taken_at timestamptz,
  unique (company_id, id)
);
create index webhook_of on webhook (company_id, dealer_id);

-- One event on its way to one endpoint.
create table webhook_delivery (
  id uuid primary key,
  company_id uuid not null references company,
  -- the event's, also where the endpoint is the company's
  dealer_id uuid not null,
  webhook_id uuid not null,
  event_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  tries int not null default 0,
  -- from when on it is to be sent; a replay begins anew
  since timestamptz not null,
  tried_at timestamptz,
  -- what the last try showed
  status int,
  cause text,
  foreign key (company_id, webhook_id) references webhook (company_id, id) on delete cascade,
  foreign key (company_id, dealer_id, event_id) references contact_event (company_id, dealer_id, id) on delete cascade
);
create index webhook_delivery_of on webhook_delivery (company_id, webhook_id, state, id);
create index webhook_delivery_of_event on webhook_delivery (company_id, dealer_id, event_id);
`;

const LOOKUPS: readonly { readonly signature: string; readonly sql: string }[] = [
  {
    // A dealer's transaction does not see the company's own endpoints, and sends its events there too.
    signature: 'find_webhooks(uuid, uuid[], text[])',
    sql: `create function find_webhooks(company uuid, dealers uuid[], event_kinds text[])
      returns table (id uuid, company_id uuid, dealer_id uuid, kinds text[])
      language sql stable security definer set search_path = public, pg_temp
      as $$ select w.id, w.company_id, w.dealer_id, w.kinds from webhook w
            where w.company_id = company and w.disabled_at is null
              and (w.dealer_id is null or w.dealer_id = any (dealers)) and w.kinds && event_kinds $$`,
  },
  {
    signature: 'find_events_without_position()',
    sql: `create function find_events_without_position() returns table (company_id uuid)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select distinct e.company_id from contact_event e where e.position is null $$`,
  },
  {
    signature: 'find_old_events(timestamptz)',
    sql: `create function find_old_events(before timestamptz) returns table (company_id uuid)
      language sql stable security definer set search_path = public, pg_temp
      as $$ select distinct e.company_id from contact_event e where e.recorded_at < before $$`,
  },
];

/** Events for other software, and where they are sent. */
export class EventsAndWebhooks extends Migration {
  override up(): void {
    this.addSql(TABLES);
    for (const table of ['contact_event', 'webhook', 'webhook_delivery']) {
      for (const statement of [...boundToDealer(table), ...usableByApp(table)]) this.addSql(statement);
    }
    this.addSql('grant delete on contact_event, webhook, webhook_delivery to keyholder_app');
    this.addSql('grant usage on sequence contact_event_position to keyholder_app');
    for (const statement of [
      ...readableByLookups('webhook', 'id, company_id, dealer_id, kinds, disabled_at'),
      ...readableByLookups('contact_event', 'company_id, position, recorded_at'),
    ]) {
      this.addSql(statement);
    }
    for (const { signature, sql } of LOOKUPS) {
      for (const statement of [sql, ...answersWithoutTenant(signature)]) this.addSql(statement);
    }
  }

  override down(): void {
    for (const { signature } of LOOKUPS) this.addSql(`drop function ${signature}`);
    this.addSql('drop table webhook_delivery, webhook, contact_event');
    this.addSql('drop sequence contact_event_position');
  }
}
