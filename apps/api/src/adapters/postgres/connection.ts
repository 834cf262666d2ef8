import type { Socket } from 'node:net';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { MIGRATIONS } from './migrations/index.ts';
import { PATIENCE, QuietClient } from './quiet-client.ts';
import { ROWS } from './rows/index.ts';

/** The role that the application runs as. It owns nothing and cannot pass by row-level security. */
export const APP_ROLE = 'keyholder_app';

/** Server options of every connection of the application: whoever logs in, statements run as the application's role. */
export const AS_APP = `-c role=${APP_ROLE} -c timezone=UTC`;

/**
 * Statements that begin a transaction and say for whom. Nobody waits for their answers, so that they travel with what
 * comes next: where one of them fails, so does everything after it (the connection is lost, the transaction is broken
 * off, or row-level security knows no tenant).
 */
const isSentAhead = (text: string): boolean =>
  text.startsWith('begin') || text.startsWith('select set_config(');

const NO_ROWS: Pick<QueryResult, 'command' | 'rowCount' | 'rows'> = { command: '', rowCount: null, rows: [] };

/** Each connection keeps every statement that was prepared on it; a program has a few hundred. */
const MOST_PREPARED = 500;

/**
 * Gives repeated statements a name, so that the server plans them once. Neither the ORM nor the query builder
 * names its statements; pg prepares only named ones. Only those with parameters: in what the ORM writes itself the
 * values stand in the words, so that each is another statement.
 */
const prepareRepeated = (pool: Pool): void => {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_PREPARED) return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const { stream } = (client as PoolClient & { readonly connection: { readonly stream: Socket } })
      .connection;
    let corked = false;
    // What is asked before the process looks for news again travels together: a write costs more than what it carries.
    const sendTogether = (): void => {
      if (corked) return;
      corked = true;
      stream.cork();
      setImmediate(() => {
        corked = false;
        stream.uncork();
      });
    };
    const prepared = (first: unknown, ...rest: unknown[]): unknown => {
      sendTogether();
      const [values, ...others] = rest;
      if (typeof first === 'string' && isSentAhead(first)) {
        void (query(first, values) as Promise<unknown>).catch(() => undefined);
        return Promise.resolve(NO_ROWS);
      }
      if (typeof first !== 'string' || !Array.isArray(values) || values.length === 0)
        return query(first, ...rest);
      const name = nameOf(first);
      return name === undefined
        ? query(first, ...rest)
        : query({ name, text: first, values } satisfies QueryConfig, ...others);
    };
    client.query = prepared as typeof client.query;
  });
};

/** What a pool says about its idle connections is no news: it replaces them. */
const openQuietly = (pool: Pool): void => {
  pool.on('error', () => undefined);
  prepareRepeated(pool);
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

/**
 * The application's ORM: runs as {@link APP_ROLE} whoever the address logs in as.
 * @param connections the most that it opens
 */
export const openAsApp = (databaseUrl: string, connections = 10): Promise<MikroORM> =>
  MikroORM.init({
    ...common,
    clientUrl: databaseUrl,
    pool: { min: 1, max: connections },
    driverOptions: {
      ...PATIENCE,
      options: AS_APP,
      Client: QuietClient,
      // What is asked side by side in one transaction is sent at once, and does not wait for each other's answers.
      pipeline: true,
      onPoolCreated: openQuietly,
    },
  });

/** The owner's ORM, for migrations only. */
export const openAsOwner = (ownerUrl: string): Promise<MikroORM> =>
  MikroORM.init({ ...common, clientUrl: ownerUrl, pool: { min: 1, max: 2 } });
