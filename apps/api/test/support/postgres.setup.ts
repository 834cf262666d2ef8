import 'reflect-metadata';
import { startTestDatabase } from '@keyholder/local-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateAuth } from '../../src/adapters/identity/auth.ts';
import { migrate } from '../../src/adapters/postgres/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection address of the server's superuser. */
    postgresUrl: string;
    /** The server's own log; null where another program keeps it. */
    postgresLog: string | null;
  }
}

export const TEMPLATE = 'keyholder_template';

/** One server for the run; a migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestDatabase();
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const url = new URL(server.url);
  url.pathname = `/${TEMPLATE}`;
  const auth = { secret: 'x'.repeat(32), publicUrl: new URL('http://localhost'), production: false };
  await migrate(url.href, () => migrateAuth(url.href, auth));
  project.provide('postgresUrl', server.url);
  project.provide('postgresLog', server.logFile);
  return () => server.stop();
}
