import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { SiteDirectory } from '../../ports/site-directory.ts';
import type { Tables } from './rows/index.ts';

/** Asks the look-up function; without a tenant nothing else answers. */
export class PostgresSiteDirectory extends SiteDirectory {
  constructor(private readonly orm: MikroORM) {
    super();
  }

  async due(before: Date, most: number): ReturnType<SiteDirectory['due']> {
    const { rows } = await sql<{ id: string; company_id: string; dealer_id: string }>`
      select * from find_due_standings(${before}::timestamptz, ${most}::int)`.execute(
      this.orm.em.fork().getKysely<Tables>(),
    );
    return rows.map(({ id, company_id, dealer_id }) => ({
      id,
      tenant: { companyId: company_id, dealerId: dealer_id },
    }));
  }
}
