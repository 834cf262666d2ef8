import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { APP_ROLE, openAsOwner } from './connection.ts';
import { JOB_SCHEMA } from './job-queue.ts';
import { QUEUES } from './job-queues.ts';

/** May read what the look-ups without a tenant need, and nothing else. */
const LOOKUP_ROLE = 'keyholder_lookup';
/** May read what sites are found by, for the one function that searches it as the session's dealer. */
const SEARCH_ROLE = 'keyholder_search';
/** May delete evidence of removed contacts, for the one function that does it once its time is over. */
const RETENTION_ROLE = 'keyholder_retention';
export const AUTH_SCHEMA = 'auth';

/** Serialises migrations of several processes that start at once. */
const MIGRATION_LOCK = 7_250_001;

const ensureRole = (role: string): string => `
  do $$ begin
    create role ${role} nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  exception when duplicate_object or unique_violation then null;
  end $$`;

/** The roles are the server's, not the database's; whoever migrates may act as each. */
const prepareRoles = async (owner: pg.Client): Promise<void> => {
  for (const role of [APP_ROLE, LOOKUP_ROLE, SEARCH_ROLE, RETENTION_ROLE]) {
    await owner.query(ensureRole(role));
    const { rows } = await owner.query<{ member: boolean }>(
      `select pg_has_role(current_user, $1, 'set') as member`,
      [role],
    );
    if (rows[0]?.member !== true) await owner.query(`grant ${role} to current_user`);
  }
};

/** The queue's tables belong to the owner; the application may use them and change no definition. */
const prepareQueue = async (ownerUrl: string, owner: pg.Client): Promise<void> => {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on('error', () => undefined);
  await boss.start();
  for (const [name, options] of Object.entries(QUEUES)) {
    await boss.createQueue(name, { ...options, policy: 'standard' });
    await boss.updateQueue(name, options);
  }
  await boss.stop({ graceful: false });
  await owner.query(`grant usage on schema ${JOB_SCHEMA} to ${APP_ROLE}`);
  await owner.query(
    `grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${APP_ROLE}`,
  );
  await owner.query(`grant usage, select on all sequences in schema ${JOB_SCHEMA} to ${APP_ROLE}`);
  await owner.query(`grant execute on all functions in schema ${JOB_SCHEMA} to ${APP_ROLE}`);
};

const prepareAuth = async (owner: pg.Client, migrateAuth: () => Promise<void>): Promise<void> => {
  await owner.query(`create schema if not exists ${AUTH_SCHEMA}`);
  await migrateAuth();
  await owner.query(`grant usage on schema ${AUTH_SCHEMA} to ${APP_ROLE}`);
  await owner.query(
    `grant select, insert, update, delete on all tables in schema ${AUTH_SCHEMA} to ${APP_ROLE}`,
  );
};

/**
 * Brings a database up to date: roles, the product's tables, the queue's, the identities'. May be run by several
 * processes at once and again at any time.
 * @param migrateAuth brings the identities' tables up to date, connected as the owner
 */
export const migrate = async (ownerUrl: string, migrateAuth: () => Promise<void>): Promise<void> => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepareRoles(owner);
    const orm = await openAsOwner(ownerUrl);
    try {
      await orm.migrator.up();
    } finally {
      await orm.close(true);
    }
    await prepareQueue(ownerUrl, owner);
    await prepareAuth(owner, migrateAuth);
  } finally {
    await owner.end();
  }
};

/**
 * Refuses a database role that row-level security does not bind.
 * @throws an error that says which role, and what to do
 */
export const refuseBypassingRole = async (query: (sql: string) => Promise<unknown[]>): Promise<void> => {
  const [row] = (await query(
    `select rolname, rolsuper or rolbypassrls as bypasses,
       exists (select from pg_class where relname = 'contact' and relowner = pg_roles.oid) as owns
     from pg_roles where rolname = current_user`,
  )) as { rolname: string; bypasses: boolean; owns: boolean }[];
  if (row === undefined || row.bypasses || row.owns) {
    throw new Error(
      `The database role ${row?.rolname ?? '?'} is not bound by row-level security. Run the application as ${APP_ROLE}.`,
    );
  }
};
