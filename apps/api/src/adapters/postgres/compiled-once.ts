import type { Compilable, Kysely } from 'kysely';
import type { Tables } from './rows/index.ts';

/** Stands for a value that is given when the statement runs. */
export type Parameter<Name extends string> = (name: Name) => string;

const MARK = '\u0000parameter:';

/**
 * A statement whose words are put together once, at its first run, and not each time: for the few that are long and
 * asked for with nearly every request. The words being the same object, the driver finds what it has prepared at once.
 */
export const compiledOnce = <Name extends string, Row>(
  build: (db: Kysely<Tables>, parameter: Parameter<Name>) => Compilable<Row>,
): ((db: Kysely<Tables>, values: Readonly<Record<Name, unknown>>) => Promise<Row[]>) => {
  let compiled: ReturnType<Compilable<Row>['compile']> | null = null;
  return async (db, values) => {
    compiled ??= build(db, (name) => MARK + name).compile();
    const parameters = compiled.parameters.map((value) =>
      typeof value === 'string' && value.startsWith(MARK) ? values[value.slice(MARK.length) as Name] : value,
    );
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
};
