import type { PoolClient } from 'pg';

type Query = (...args: unknown[]) => unknown;

const BEGIN = 'begin';
const SAYS_FOR_WHOM = /^select set_config\([^;]*\)$/u;

/**
 * Sends the beginning of a transaction and the statement that says for whom it is as one message: the ORM would wait for
 * an answer to each, and every transaction of ours has both. The tenant's ids stand in the words of the statement, so it
 * takes no parameters. A transaction that begins with something else begins with it as well.
 */
export const joinBegin = (client: PoolClient): void => {
  const query = client.query.bind(client) as Query;
  let begun = false;
  const nothing = (command: string): unknown =>
    Promise.resolve({ command, rowCount: null, rows: [], fields: [] });
  const afterBegin = async (args: readonly unknown[]): Promise<unknown> => {
    const [text] = args;
    if (typeof text === 'string' && SAYS_FOR_WHOM.test(text)) {
      const results = (await query(`${BEGIN}; ${text}`)) as readonly unknown[];
      return results.at(-1);
    }
    await query(BEGIN);
    return query(...args);
  };
  const joined: Query = (...args) => {
    const [text] = args;
    if (text === BEGIN) {
      begun = true;
      return nothing('BEGIN');
    }
    if (!begun) return query(...args);
    begun = false;
    return text === 'rollback' ? nothing('ROLLBACK') : afterBegin(args);
  };
  client.query = joined as typeof client.query;
};
