import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AS_APP } from '../src/adapters/postgres/connection.ts';
import { refuseBypassingRole } from '../src/adapters/postgres/migrate.ts';
import { fillEveryTable } from './support/fill-every-table.ts';
import { addCompany, addDealer, demoTenant, type Tenant } from './support/tenants.ts';
import { SECOND_SENDER, World } from './support/world.ts';

interface TenantTable {
  readonly name: string;
  readonly ofDealer: boolean;
}

/** Rows belong to the dealer, or to the company as a whole, whichever dealer looks. */
const visibleTo = (table: TenantTable, tenant: Tenant): string => {
  const own = `company_id = '${tenant.companyId}'`;
  if (table.name === 'dealer') return `${own} and id = '${tenant.dealerId}'`;
  return table.ofDealer ? `${own} and dealer_id = '${tenant.dealerId}'` : own;
};

/** A brand may belong to one dealer, but is shown to all of the company: its `dealer_id` is no tenant's key. */
const SHARED_BY_DEALERS = ['brand'];

/** Notes of changed sites are taken up within a moment; these stay, as if another process had them in hand. */
const holdChangedSites = async (world: World, tenants: readonly Tenant[]): Promise<pg.Client> => {
  const holder = new pg.Client({ connectionString: world.database.url });
  await holder.connect();
  const wanted = tenants.map(({ dealerId }) => dealerId);
  await world.waitUntil(async () => {
    await holder.query('rollback');
    await holder.query(
      `insert into changed_site (company_id, dealer_id, site_id) select company_id, dealer_id, id from site`,
    );
    await holder.query('begin');
    const { rows } = await holder.query<{ dealer_id: string }>('select * from changed_site for update');
    return wanted.every((dealerId) => rows.some((row) => row.dealer_id === dealerId));
  });
  return holder;
};

describe('row-level security, with no filter in the query', () => {
  let world: World;
  let app: pg.Client;
  let holder: pg.Client;
  let tables: TenantTable[];
  let tenants: { demo: Tenant; sibling: Tenant; stranger: Tenant };

  beforeAll(async () => {
    world = await World.start();
    const demo = demoTenant(world);
    const sibling = await addDealer(world);
    const stranger = await addCompany(world, SECOND_SENDER);
    tenants = { demo, sibling, stranger };
    await fillEveryTable(world, [demo, sibling, stranger]);
    holder = await holdChangedSites(world, [demo, sibling, stranger]);
    app = new pg.Client({ connectionString: world.database.url, options: AS_APP });
    await app.connect();
    const columns = await world.database.query<{ name: string; columns: string[] }>(
      `select table_name as name, array_agg(column_name::text) as columns
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE' group by 1 order by 1`,
    );
    tables = columns
      .filter((table) => table.columns.includes('company_id'))
      .map(({ name, columns: of }) => ({
        name,
        ofDealer: name === 'dealer' || (of.includes('dealer_id') && !SHARED_BY_DEALERS.includes(name)),
      }));
  });
  afterAll(async () => {
    await app.end();
    await holder.end();
    await world.stop();
  });

  /** Runs as a tenant in a transaction that is taken back. */
  const as = async <T>(
    tenant: { companyId: string; dealerId: string | null } | null,
    work: () => Promise<T>,
  ): Promise<T> => {
    await app.query('begin');
    try {
      if (tenant !== null) {
        await app.query(`select set_config('app.company', $1, true), set_config('app.dealer', $2, true)`, [
          tenant.companyId,
          tenant.dealerId ?? '',
        ]);
      }
      return await work();
    } finally {
      await app.query('rollback');
    }
  };

  const seen = async (table: string): Promise<string[]> =>
    (await app.query<{ row: string }>(`select t::text as row from ${table} t order by 1`)).rows.map(
      ({ row }) => row,
    );

  const really = async (table: string, where: string): Promise<string[]> =>
    (
      await world.database.query<{ row: string }>(
        `select t::text as row from ${table} t where ${where} order by 1`,
      )
    ).map(({ row }) => row);

  it('shows each tenant its own rows of every table, all of them', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(16);
    for (const [who, tenant] of Object.entries(tenants)) {
      for (const table of tables) {
        const own = await really(table.name, visibleTo(table, tenant));
        expect(own, `${who} needs rows of ${table.name}: see fill-every-table.ts`).not.toHaveLength(0);
        expect(await as(tenant, () => seen(table.name)), `${table.name} as ${who}`).toEqual(own);
      }
    }
  });

  it('shows a company as a whole the rows of all of its dealers, and no other company’s', async () => {
    const { companyId } = tenants.demo;
    for (const { name } of tables) {
      const own = await really(name, `company_id = '${companyId}'`);
      expect(await as({ companyId, dealerId: null }, () => seen(name)), name).toEqual(own);
    }
    expect(await as({ companyId, dealerId: null }, () => seen('company'))).toHaveLength(1);
  });

  it('of many requests that come at once, each is its own key’s', async () => {
    const keys = [...Object.values(tenants).map(({ key }) => key), `khk_${'x'.repeat(43)}`];
    const own = await Promise.all(
      Object.values(tenants).map(({ dealerId }) =>
        world.database.query<{ id: string }>('select id from site where dealer_id = $1 order by id', [
          dealerId,
        ]),
      ),
    );
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => keys)
        .flat()
        .map(async (key) => {
          const { status, body } = await world.call<{ items?: { id: string }[] }>(
            'GET',
            '/sites',
            undefined,
            key,
          );
          return status === 200
            ? body.items?.map(({ id }) => ({ id })).toSorted((a, b) => (a.id < b.id ? -1 : 1))
            : status;
        }),
    );
    expect(answers).toEqual(Array.from({ length: 4 }, () => [...own, 401]).flat());
  });

  it('shows nothing without a tenant', async () => {
    for (const { name } of [...tables, { name: 'company' }]) {
      expect(await as(null, () => seen(name)), name).toEqual([]);
    }
  });

  it('refuses to write rows of another tenant, and finds none to change', async () => {
    const { demo, sibling, stranger } = tenants;
    for (const [victim, thief] of [
      [sibling, demo],
      [stranger, demo],
      [demo, stranger],
    ] as const) {
      for (const table of tables) {
        if (!table.ofDealer && victim.companyId === thief.companyId) continue;
        const where = visibleTo(table, victim);
        const [row] = await world.database.query<{ row: unknown }>(
          `select to_jsonb(t) as row from ${table.name} t where ${where} limit 1`,
        );
        const insert = as(thief, () =>
          app.query(`insert into ${table.name} select (jsonb_populate_record(null::${table.name}, $1)).*`, [
            JSON.stringify(row!.row),
          ]),
        );
        await expect(insert, table.name).rejects.toThrow(/row-level security|permission denied/u);

        const before = await really(table.name, where);
        const change = `update ${table.name} set company_id = company_id where ${where}`;
        const changed = await as(thief, () => app.query(change)).then(
          (result) => result.rowCount,
          (error: unknown) => (error as { code?: string }).code,
        );
        expect([0, '42501'], `${table.name}: ${changed}`).toContain(changed);
        expect(await really(table.name, where)).toEqual(before);
      }
    }
  });

  it('refuses to give an own row to another tenant', async () => {
    const { demo, stranger } = tenants;
    for (const table of tables) {
      const give = as(demo, () =>
        app.query(`update ${table.name} set company_id = $1`, [stranger.companyId]),
      );
      await expect(give, table.name).rejects.toThrow(/row-level security|permission denied/u);
    }
  });

  it('the application does not start as a role that is not bound', async () => {
    const [before] = await world.database.query<{ role: string }>('select current_user::text as role');
    expect(before!.role).not.toBe('keyholder_app');
    await expect(refuseBypassingRole((sql) => world.database.query(sql))).rejects.toThrow(
      /is not bound by row-level security/u,
    );
    await expect(
      refuseBypassingRole(async (sql) => (await app.query(sql)).rows as unknown[]),
    ).resolves.toBeUndefined();
    // On a server where somebody let the application's role pass, in a transaction that is taken back: roles are the
    // server's, and other tests run on it.
    const owner = new pg.Client({ connectionString: world.database.url });
    await owner.connect();
    try {
      await owner.query('begin');
      await owner.query('alter role keyholder_app bypassrls');
      await owner.query('set local role keyholder_app');
      await expect(
        refuseBypassingRole(async (sql) => (await owner.query(sql)).rows as unknown[]),
      ).rejects.toThrow(/keyholder_app/u);
      await owner.query('rollback');
      await owner.query('begin');
      await owner.query('alter table contact owner to keyholder_app');
      await owner.query('set local role keyholder_app');
      await expect(
        refuseBypassingRole(async (sql) => (await owner.query(sql)).rows as unknown[]),
      ).rejects.toThrow(/keyholder_app/u);
    } finally {
      await owner.query('rollback');
      await owner.end();
    }
  });
});
