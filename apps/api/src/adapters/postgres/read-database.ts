import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import { tenantSession } from './tenant-session.ts';
import type { Tables } from './rows/index.ts';

export { contactsWithFacts, storedContact } from './contact-facts.ts';
export { iso, moment, momentOrNull } from './moment.ts';
export type { Tables } from './rows/index.ts';

/** For queries: SQL straight to the view that the API returns, as one tenant. */
export class ReadDatabase {
  constructor(private readonly orm: MikroORM) {}

  /** Reads as the tenant; row-level security hides everybody else's rows even where a filter is forgotten. */
  read<T>(tenant: Tenant, query: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.orm.em
      .fork({ session: tenantSession(tenant) })
      .transactional((em) => query(em.getKysely<Tables>()), { readOnly: true });
  }
}
