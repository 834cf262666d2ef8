import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { MikroORM } from '@mikro-orm/postgresql';
import { SpanKind } from '@opentelemetry/api';
import { sql, type Kysely } from 'kysely';
import { inSpan } from '../../tracing/spans.ts';
import { tenantSession } from './tenant-session.ts';
import type { Tables } from './rows/index.ts';

export {
  contactsWithFacts,
  contactsWithFactsById,
  firstContactsOfSite,
  storedContact,
} from './contact-facts.ts';
export { iso, moment, momentOrNull } from './moment.ts';
export type { Tables } from './rows/index.ts';

const READ = {
  name: 'database read',
  kind: SpanKind.CLIENT,
  attributes: { 'db.system.name': 'postgresql' },
};

/** Letters, digits and dashes stand in a statement's words as they are; nothing else may. */
const literal = (value: string): string => {
  if (!/^[\w-]*$/u.test(value)) throw new Error('A tenant is named by ids.');
  return `'${value}'`;
};

/** Begins and says who reads, in one message to the server: every answer waits for it. */
const beginReading = (tenant: Tenant): string => {
  const settings = Object.entries(tenantSession(tenant).variables).map(
    ([name, value]) => `set_config('${name}', ${literal(value)}, true)`,
  );
  return `begin read only; select ${settings.join(', ')}`;
};

/** For queries: SQL straight to the view that the API returns, as one tenant. */
export class ReadDatabase {
  constructor(private readonly orm: MikroORM) {}

  /** Reads as the tenant; row-level security hides everybody else's rows even where a filter is forgotten. */
  read<T>(tenant: Tenant, query: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    const connection = this.orm.em.fork().getKysely<Tables>().connection();
    return inSpan(READ, () =>
      connection.execute(async (db) => {
        await sql.raw(beginReading(tenant)).execute(db);
        try {
          return await query(db);
        } finally {
          // Nothing was written: how it ends makes no difference, but the settings must end with it.
          await sql`rollback`.execute(db);
        }
      }),
    );
  }
}
