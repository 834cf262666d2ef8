import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import { MIGRATIONS } from './migrations/index.ts';
import { ROWS } from './rows/index.ts';

/** The role that the application runs as. It owns nothing and cannot pass by row-level security. */
export const APP_ROLE = 'keyholder_app';

/** Server options of every connection of the application: whoever logs in, statements run as the application's role. */
export const AS_APP = `-c role=${APP_ROLE} -c timezone=UTC`;

/**
 * Gives repeated statements a name, so that the server plans them once. Neither the ORM nor the query builder
 * names its statements; pg prepares only named ones.
 */
const prepareRepeated = (pool: Pool): void => {
  const names = new Map<string, string>();
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const prepared = (first: unknown, ...rest: unknown[]): unknown => {
      if (typeof first !== 'string' || !Array.isArray(rest[0]) || names.size > 500)
        return query(first, ...rest);
      const name = names.get(first) ?? `s${names.size}`;
      names.set(first, name);
      return query(
        { name, text: first, values: rest[0] as unknown[] } satisfies QueryConfig,
        ...rest.slice(1),
      );
    };
    client.query = prepared as typeof client.query;
  });
};

const common = {
  entities: ROWS,
  extensions: [Migrator],
  forceUtcTimezone: true,
  // Statements and rows hold personal data: the ORM logs neither.
  debug: false,
  migrations: {
    migrationsList: MIGRATIONS,
    snapshot: false,
    silent: true,
    transactional: true,
    allOrNothing: true,
  },
} satisfies Options;

/** The application's ORM: runs as {@link APP_ROLE} whoever the address logs in as. */
export const openAsApp = (databaseUrl: string): Promise<MikroORM> =>
  MikroORM.init({
    ...common,
    clientUrl: databaseUrl,
    pool: { min: 1, max: 10 },
    driverOptions: { options: AS_APP, onPoolCreated: prepareRepeated },
  });

/** The owner's ORM, for migrations only. */
export const openAsOwner = (ownerUrl: string): Promise<MikroORM> =>
  MikroORM.init({ ...common, clientUrl: ownerUrl, pool: { min: 1, max: 2 } });
