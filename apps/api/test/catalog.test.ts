import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../src/adapters/postgres/migrations/index.ts';
import { createDatabase, type TestDatabase } from './support/database.ts';

/** Unique keys that reach over tenants on purpose. */
const OVER_ALL_TENANTS = [
  // Ids are UUIDs: a clash tells nothing, and foreign keys need them.
  /^CREATE UNIQUE INDEX \w+_pkey ON public\.\w+ USING btree \(id\)$/u,
  // The brand's place in the address of its pages; one host serves all brands.
  /^CREATE UNIQUE INDEX brand_brand_key_unique|^CREATE UNIQUE INDEX brand_brand_key_key /u,
  /^CREATE UNIQUE INDEX brand_key_pkey /u,
  // Numbers and services are unique at the provider; none is set up for two companies.
  /^CREATE UNIQUE INDEX company_sender_pkey /u,
  // 256-bit hashes by which keys and links are found before a tenant is known.
  /^CREATE UNIQUE INDEX api_key_key_hash_key /u,
  /^CREATE UNIQUE INDEX link_token_hash_key /u,
  /^CREATE UNIQUE INDEX invitation_token_hash_key /u,
  // The provider's ids are unique at the provider, and callbacks come without a tenant.
  /^CREATE UNIQUE INDEX text_by_provider_id /u,
];

/** Columns that a look-up without a tenant may answer: ids, and what admits or refuses by itself. */
const ANSWERABLE = new Set([
  'id',
  'company_id',
  'dealer_id',
  'contact_id',
  'site_id',
  // Whether a link or key still lives, what a key or role may, what is left to do for a text.
  'expires_at',
  'revoked_at',
  'accepted_at',
  // In which order support's cases stand.
  'opened_at',
  'scopes',
  // Why a brand's queue stands still.
  'cause',
  // Which events an endpoint is sent.
  'kinds',
  'role',
  'acts_for',
  // How much waits, for whoever runs this.
  'waiting',
  'oldest_due',
  'held',
  'uncertain',
  'stopped',
  'state',
  // The API key's own name, for the audit.
  'name',
]);

describe('migrations', () => {
  it('ask for nothing that the version before, which runs on meanwhile, does not write', () => {
    const statements = MIGRATIONS.slice(1).flatMap(({ class: Migration }) => {
      const migration = new Migration(undefined as never, undefined as never);
      migration.up();
      return migration.getQueries().map(String);
    });
    // A table of its own may ask for what it likes: nobody before writes to it.
    const altered = statements.filter((statement) => /^\s*alter table/iu.test(statement));
    expect(altered.length).toBeGreaterThan(5);
    const added = altered.join(';').match(/add column [^,;]*/giu) ?? [];
    expect(added.length).toBeGreaterThan(5);
    expect(added.filter((column) => /not null/iu.test(column) && !/default/iu.test(column))).toEqual([]);
    expect(altered.filter((statement) => /drop default|set not null/iu.test(statement))).toEqual([]);
  });
});

describe('the database’s own rules, from its catalog', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  const tenantTables = async (): Promise<string[]> =>
    (
      await database.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and c.relkind in ('r', 'p') and exists (
           select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped)
         order by 1`,
      )
    ).map(({ name }) => name);

  it('knows every table: with a company, or on the short list of those without', async () => {
    const all = await database.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
    );
    const withCompany = await tenantTables();
    expect(all.map(({ name }) => name).filter((name) => !withCompany.includes(name))).toEqual([
      'company',
      'mikro_orm_migrations',
      // Who is of the platform's support; the application has no right to it at all.
      'platform_member',
      // Keys of webhooks that were seen; they hold the provider's ids only.
      'provider_event_key',
    ]);
  });

  it('every table of a tenant has row-level security, forced, with the tenant’s policy', async () => {
    const rows = await database.query<{
      name: string;
      enabled: boolean;
      forced: boolean;
      check: string | null;
      using: string | null;
    }>(
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
         pg_get_expr(p.polwithcheck, p.polrelid) as check, pg_get_expr(p.polqual, p.polrelid) as using
       from pg_class c left join pg_policy p
         on p.polrelid = c.oid and p.polname = 'tenant' and p.polpermissive
         and p.polroles = array['keyholder_app'::regrole::oid] and p.polcmd = '*'
       where c.relnamespace = 'public'::regnamespace and c.relname = any ($1)`,
      [[...(await tenantTables()), 'company']],
    );
    for (const row of rows) {
      expect(row, row.name).toMatchObject({ enabled: true, forced: true });
      for (const expression of [row.using, row.check]) expect(expression, row.name).toContain('app.company');
    }
  });

  it('a dealer’s table is bound to the dealer too', async () => {
    const rows = await database.query<{ name: string; using: string }>(
      `select c.relname as name, pg_get_expr(p.polqual, p.polrelid) as using
       from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = 'tenant'
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'dealer_id' and a.attnotnull`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const { name, using } of rows) expect(using, name).toContain('app.dealer');
  });

  it('no other policy lets the application see more', async () => {
    const rows = await database.query<{ policy: string; roles: string[] }>(
      `select tablename || '.' || policyname as policy, roles::text[] as roles from pg_policies
       where policyname <> 'tenant' order by policy`,
    );
    const search = rows.filter(({ roles }) => roles.includes('keyholder_search'));
    expect(search).toEqual(
      ['site_search.search', 'site_standing.search'].map((policy) => ({
        policy,
        roles: ['keyholder_search'],
      })),
    );
    const retention = rows.filter(({ roles }) => roles.includes('keyholder_retention'));
    expect(retention.map(({ policy }) => policy).toSorted()).toEqual([
      'company.retention_select',
      'consent_evidence.retention_delete',
      'consent_evidence.retention_select',
      'contact.retention_select',
      'evidence_deletion.retention_insert',
      'evidence_deletion.retention_select',
    ]);
    for (const { policy, roles } of rows.filter((row) => !search.includes(row) && !retention.includes(row))) {
      expect(policy).toMatch(/\.lookup$/u);
      expect(roles, policy).toEqual(['keyholder_lookup']);
    }
  });

  it('every unique key of a tenant’s table begins with the company', async () => {
    const rows = await database.query<{ definition: string }>(
      `select indexdef as definition from pg_indexes
       where schemaname = 'public' and tablename = any ($1) and indexdef like 'CREATE UNIQUE%'`,
      [await tenantTables()],
    );
    const odd = rows
      .map(({ definition }) => definition)
      .filter((definition) => !/ USING btree \(company_id\b/u.test(definition))
      .filter((definition) => !OVER_ALL_TENANTS.some((allowed) => allowed.test(definition)));
    expect(odd).toEqual([]);
  });

  it('SECURITY DEFINER functions are a closed list that answers ids', async () => {
    const rows = await database.query<{
      name: string;
      owner: string;
      path: string[];
      answers: string[];
      everybody: boolean;
    }>(
      `select p.proname as name, r.rolname as owner, p.proconfig as path,
         array(select a.name from unnest(p.proargnames, p.proargmodes) as a(name, mode) where a.mode = 't') as answers,
         has_function_privilege('public', p.oid, 'execute') as everybody
       from pg_proc p join pg_roles r on r.oid = p.proowner
       where p.prosecdef and r.rolname = 'keyholder_lookup'
         and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
       order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'count_stopped_brands',
      'find_api_key',
      'find_brand_by_sender',
      'find_brands',
      'find_changed_sites',
      'find_companies',
      'find_due_standings',
      'find_events_without_position',
      'find_expired_evidence',
      'find_held_texts',
      'find_invitation',
      'find_line_checks_due',
      'find_link',
      'find_memberships',
      'find_old_events',
      'find_shared_senders',
      'find_stale_brands',
      'find_stopped_brands',
      'find_support_case',
      'find_support_cases',
      'find_text',
      'find_texts_to_remind',
      'find_unfinished_texts',
      'find_webhooks',
      'measure_backlog',
    ]);
    for (const { name, path, answers, everybody } of rows) {
      expect(path, name).toEqual(['search_path=public, pg_temp']);
      expect(everybody, name).toBe(false);
      expect(
        answers.filter((column) => !ANSWERABLE.has(column)),
        name,
      ).toEqual([]);
      expect(answers, name).toContain('company_id');
    }
  });

  it('two functions search, as a role that reads what sites are found by and whether they meet their minimum', async () => {
    const functions = await database.query(
      `select p.proname as name, p.prosecdef as definer, 'search_path=public, pg_temp' = any (p.proconfig) as path,
         has_function_privilege('public', p.oid, 'execute') as everybody
       from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = 'keyholder_search' order by name`,
    );
    expect(functions).toEqual(
      ['search_sites', 'search_sites_below_minimum'].map((name) => ({
        name,
        definer: true,
        path: true,
        everybody: false,
      })),
    );
    const rights = await database.query(
      `select table_name || ' ' || privilege_type as right from information_schema.table_privileges
       where grantee = 'keyholder_search'`,
    );
    expect(rights).toEqual([{ right: 'site_search SELECT' }]);
    const columns = await database.query<{ column: string }>(
      `select column_name as column from information_schema.column_privileges
       where grantee = 'keyholder_search' and table_name = 'site_standing' order by column_name`,
    );
    expect(columns.map(({ column }) => column)).toEqual([
      'archived',
      'company_id',
      'dealer_id',
      'minimum',
      'name_key',
      'reachable',
      'site_id',
    ]);
  });

  it('one function deletes evidence, as a role that reads nothing of a person and sees one company', async () => {
    const functions = await database.query(
      `select p.proname as name, p.prosecdef as definer, p.proconfig as config,
         has_function_privilege('public', p.oid, 'execute') as everybody
       from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = 'keyholder_retention'`,
    );
    expect(functions).toEqual([
      {
        name: 'delete_expired_evidence',
        definer: true,
        config: ['search_path=public, pg_temp', 'TimeZone=UTC'],
        everybody: false,
      },
    ]);
    const policies = await database.query<{ rows: string }>(
      `select coalesce(qual, with_check) as rows from pg_policies where 'keyholder_retention' = any (roles)`,
    );
    for (const { rows } of policies) expect(rows).toContain('app.company');
    const rights = await database.query<{ right: string }>(
      `select table_name || ' ' || privilege_type as right from information_schema.table_privileges
       where grantee = 'keyholder_retention' order by 1`,
    );
    expect(rights.map(({ right }) => right)).toEqual([
      'consent_evidence DELETE',
      'evidence_deletion INSERT',
      'evidence_deletion SELECT',
    ]);
    const columns = await database.query<{ column: string }>(
      `select table_name || '.' || column_name as column from information_schema.column_privileges
       where grantee = 'keyholder_retention' and privilege_type = 'SELECT' and table_name <> 'evidence_deletion' order by 1`,
    );
    expect(columns.map(({ column }) => column)).toEqual([
      'company.evidence_years',
      'company.id',
      'consent_evidence.at',
      'consent_evidence.company_id',
      'consent_evidence.contact_id',
      'consent_evidence.hash',
      'consent_evidence.seq',
      'contact.company_id',
      'contact.dealer_id',
      'contact.id',
      'contact.removed_at',
    ]);
  });

  it('every function that runs as another role is of one of these three', async () => {
    const owners = await database.query<{ owner: string }>(
      `select distinct r.rolname as owner from pg_proc p join pg_roles r on r.oid = p.proowner
       where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
       order by 1`,
    );
    expect(owners.map(({ owner }) => owner)).toEqual([
      'keyholder_lookup',
      'keyholder_retention',
      'keyholder_search',
    ]);
  });

  it('no role of ours can log in, own, bypass or create anything', async () => {
    const rows = await database.query(
      `select rolname as name, rolcanlogin or rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as mighty,
         has_schema_privilege(rolname, 'public', 'create') as creates,
         exists (select from pg_class where relowner = pg_roles.oid) as owns
       from pg_roles where rolname like 'keyholder\\_%' order by 1`,
    );
    expect(rows).toEqual([
      { name: 'keyholder_app', mighty: false, creates: false, owns: false },
      { name: 'keyholder_lookup', mighty: false, creates: false, owns: false },
      { name: 'keyholder_retention', mighty: false, creates: false, owns: false },
      { name: 'keyholder_search', mighty: false, creates: false, owns: false },
    ]);
  });

  it('the look-up role reads no personal data', async () => {
    const rows = await database.query<{ column: string }>(
      `select table_name || '.' || column_name as column from information_schema.column_privileges
       where grantee = 'keyholder_lookup' and table_schema = 'public' order by 1`,
    );
    expect(rows.length).toBeGreaterThan(10);
    const personal = rows.filter(({ column }) =>
      /phone|email|body|address|contact\.name|reply/u.test(column),
    );
    expect(personal).toEqual([]);
  });

  it('what was deleted of evidence is read by the application and not written', async () => {
    const rows = await database.query(
      `select privilege_type::text as right from information_schema.table_privileges
       where grantee = 'keyholder_app' and table_name = 'evidence_deletion'`,
    );
    expect(rows).toEqual([{ right: 'SELECT' }]);
  });

  it('evidence, audit and what was published can be added to and never changed by the application', async () => {
    const rows = await database.query<{ name: string; rights: string[] }>(
      `select table_name as name, array_agg(privilege_type::text order by privilege_type) as rights
       from information_schema.table_privileges
       where grantee = 'keyholder_app' and table_name in ('consent_evidence', 'audit_entry', 'brand_version')
       group by 1 order by 1`,
    );
    expect(rows).toEqual(
      ['audit_entry', 'brand_version', 'consent_evidence'].map((name) => ({
        name,
        rights: ['INSERT', 'SELECT'],
      })),
    );
  });
});
