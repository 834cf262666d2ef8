import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, inject, vi } from 'vitest';
import { TEMPLATE } from './postgres.setup.ts';

export interface TestDatabase {
  /** Logs in as the server's superuser; the application sets its own role. */
  readonly url: string;
  /** A statement as the superuser, whom row-level security does not bind. */
  readonly query: <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;
  /** @throws where somebody is still connected after a while: a program that has ended leaves no connection. */
  drop(): Promise<void>;
}

/** A migrated database of its own: a copy of one of the run's templates. */
export const createDatabase = async (template = TEMPLATE): Promise<TestDatabase> => {
  const serverUrl = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const asAdmin = async (work: (client: pg.Client) => Promise<unknown>): Promise<void> => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  };
  await asAdmin((client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  // A test may cut every connection; this pool opens others.
  pool.on('error', () => undefined);
  return {
    url: url.href,
    query: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await pool.query<Row>(sql, values)).rows,
    drop: async () => {
      await pool.end();
      await asAdmin(async (client) => {
        // A pool says that it has ended before the server has let go of its connections. Dropping the database by force
        // in between would reach the closing clients as an error that nobody listens to.
        const connected = `select application_name, state, query from pg_stat_activity
          where datname = $1 and backend_type = 'client backend'`;
        await vi.waitFor(async () => expect((await client.query(connected, [name])).rows).toEqual([]), {
          timeout: 10_000,
          interval: 10,
        });
        await client.query(`drop database ${name}`);
      });
    },
  };
};
