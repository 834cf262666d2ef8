import pg from 'pg';

/** A condition on the tenant in a WHERE clause, as the query builder writes it; the parameter stays where it is. */
const FILTER =
  /(?:"\w+"\.)?"(?:company_id|dealer_id)" (?:=|is not distinct from) (\$\d+|'[\da-f-]{36}')(?=\)| and | order| limit| for |$)/gu;

/** Takes the tenant out of statements, while it is on. */
export interface FilterRemover {
  on: boolean;
  /** How many conditions have been taken out. */
  count: number;
  restore(): void;
}

/**
 * Can take the tenant out of every condition of every statement of this process, as if it had been forgotten in all of
 * them. What then still keeps tenants apart is the database. To be called before anything is connected.
 */
export const installFilterRemover = (): FilterRemover => {
  // It is called with the client that it belongs to, below.
  // oxlint-disable-next-line typescript/unbound-method
  const original = pg.Client.prototype.query;
  const remover: FilterRemover = {
    on: false,
    count: 0,
    restore: () => {
      pg.Client.prototype.query = original;
    },
  };
  const strip = (text: string): string => {
    const where = text.indexOf(' where ');
    if (where === -1 || /^insert/iu.test(text)) return text;
    const conditions = text.slice(where).replace(FILTER, (_, parameter: string) => {
      remover.count += 1;
      return `coalesce(${parameter}::text, '') is not null`;
    });
    return text.slice(0, where) + conditions;
  };
  /** Prepared statements are known by their name: a changed one must not come under the old name. */
  const changed = (query: unknown): unknown => {
    if (!remover.on) return query;
    if (typeof query === 'string') return strip(query);
    if (typeof query !== 'object' || query === null || !('text' in query)) return query;
    const { text } = query;
    if (typeof text === 'string') Object.assign(query, { text: strip(text), name: undefined });
    return query;
  };
  const patched = function query(this: pg.Client, first: unknown, ...rest: unknown[]): unknown {
    return (original as (...args: unknown[]) => unknown).call(this, changed(first), ...rest);
  };
  pg.Client.prototype.query = patched as typeof pg.Client.prototype.query;
  return remover;
};
