import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { startTestDatabase } from '@keyholder/local-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateAuth } from '../../src/adapters/identity/auth.ts';
import { migrate } from '../../src/adapters/postgres/migrate.ts';
import { demoPeople } from '../../src/demo/demo-people.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection address of the server's superuser. */
    postgresUrl: string;
    /** The server's own log; null where another program keeps it. */
    postgresLog: string | null;
    /** The application's secret in this run: the demo people's passwords come from it. */
    secret: string;
  }
}

export const TEMPLATE = 'keyholder_template';

/** As the other, and the demo's people have accounts: hashing their passwords is most of what seeding takes. */
export const TEMPLATE_WITH_PEOPLE = 'keyholder_template_with_people';

/** One server for the run; migrated databases to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestDatabase();
  const secret = randomBytes(32).toString('hex');
  const auth = { secret, publicUrl: new URL('http://localhost'), production: false };
  const addressOf = (database: string): string =>
    Object.assign(new URL(server.url), { pathname: database }).href;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  try {
    await admin.query(`create database ${TEMPLATE}`);
    const template = addressOf(TEMPLATE);
    await migrate(template, () => migrateAuth(template, auth));
    await admin.query(`create database ${TEMPLATE_WITH_PEOPLE} template ${TEMPLATE}`);
    await demoPeople({ ...auth, databaseUrl: addressOf(TEMPLATE_WITH_PEOPLE) });
  } finally {
    await admin.end();
  }
  project.provide('postgresUrl', server.url);
  project.provide('postgresLog', server.logFile);
  project.provide('secret', secret);
  return () => server.stop();
}
