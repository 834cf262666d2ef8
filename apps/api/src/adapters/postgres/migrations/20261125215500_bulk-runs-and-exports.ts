import { Migration } from '@mikro-orm/migrations';
import { boundToDealer, usableByApp } from './tenant-tables.ts';

const TABLES = /* sql */ `
-- Something that is done for many contacts one after the other.
create table bulk_run (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null references dealer,
  kind text not null check (kind in ('import', 'validate', 'send')),
  state text not null check (state in ('draft', 'running', 'stopped', 'done')),
  -- who asked for it, for the audit of what a worker does
  owner jsonb not null,
  permission text check (permission in ('spoken', 'written', 'web_form')),
  file_name text,
  columns jsonb not null default '[]',
  mapping jsonb not null default '{}',
  defaults jsonb,
  created_at timestamptz not null,
  finished_at timestamptz,
  unique (company_id, dealer_id, id)
);
create index bulk_run_of_dealer on bulk_run (company_id, dealer_id, created_at);

-- One row of an import, or one contact of another run. Settled in the transaction that does it, so that a run that is
-- taken up again does nothing twice.
create table bulk_item (
  run_id uuid not null,
  company_id uuid not null references company,
  dealer_id uuid not null,
  position int not null check (position > 0),
  cells jsonb not null default '[]',
  -- what the check of an import says
  verdict text check (verdict in ('create', 'on_list', 'refused')),
  report jsonb,
  state text not null check (state in ('waiting', 'done', 'skipped', 'failed')),
  contact_id uuid,
  site_id uuid,
  words text,
  settled_at timestamptz,
  primary key (company_id, run_id, position),
  foreign key (company_id, dealer_id, run_id) references bulk_run (company_id, dealer_id, id)
);
create index bulk_item_waiting on bulk_item (company_id, run_id, position) where state = 'waiting';

-- Each export that was made: the next one can hold what has changed since.
create table contact_export (
  id uuid primary key,
  company_id uuid not null references company,
  dealer_id uuid not null references dealer,
  -- null: all sites of the dealer
  site_id uuid,
  -- only contacts that changed after this; null: all
  since timestamptz,
  until timestamptz not null,
  made_by text not null
);
create index contact_export_of_dealer on contact_export (company_id, dealer_id, until);

-- When anything about the contact last changed: details, texts, agreement, opt-out, removal.
alter table contact add column changed_at timestamptz not null default now();
create index contact_changed on contact (company_id, dealer_id, changed_at);
`;

/** Imports, what is done for many contacts at once, and exports. */
export class BulkRunsAndExports extends Migration {
  override up(): void {
    this.addSql(TABLES);
    for (const table of ['bulk_run', 'bulk_item', 'contact_export']) {
      for (const statement of [...boundToDealer(table), ...usableByApp(table)]) this.addSql(statement);
    }
  }

  override down(): void {
    this.addSql('drop table bulk_item, bulk_run, contact_export');
    this.addSql('alter table contact drop column changed_at');
  }
}
