import { sql, type Kysely } from 'kysely';
import type { Tables } from './rows/index.ts';

const UNIQUE_VIOLATION = '23505';

const isUniqueViolation = (error: unknown): boolean => {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ((at as { code?: unknown }).code === UNIQUE_VIOLATION) return true;
  }
  return false;
};

/**
 * Does work that a unique key may refuse. An update has no `on conflict`, and a refused statement would end the whole
 * transaction: a savepoint keeps it alive. The key decides, so that of two who take the same thing at once one is told.
 *
 * @returns what the work returned, or `taken` with everything that the work did undone
 */
export const unlessTaken = async <T>(db: Kysely<Tables>, work: () => Promise<T>): Promise<T | 'taken'> => {
  await sql`savepoint unless_taken`.execute(db);
  try {
    const result = await work();
    await sql`release savepoint unless_taken`.execute(db);
    return result;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await sql`rollback to savepoint unless_taken`.execute(db);
    return 'taken';
  }
};
