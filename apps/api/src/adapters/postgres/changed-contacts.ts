import type { Kysely } from 'kysely';
import type { Tables } from './rows/index.ts';

/** Notes when something about contacts changed, so that an export can hold what has changed since the last one. */
export const markContactsChanged = async (
  db: Kysely<Tables>,
  companyId: string,
  contactIds: Iterable<string>,
  at: Date,
): Promise<void> => {
  // In one order, so that two transactions at the same contacts never wait for each other in a circle.
  const ids = [...new Set(contactIds)].toSorted();
  for (const id of ids) {
    await db
      .updateTable('contact')
      .set({ changed_at: at })
      .where('company_id', '=', companyId)
      .where('id', '=', id)
      .execute();
  }
};
