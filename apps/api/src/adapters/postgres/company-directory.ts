import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { CompanyDirectory } from '../../ports/company-directory.ts';
import type { Tables } from './rows/index.ts';

/** Asks the look-up function; without a tenant nothing else answers. */
export class PostgresCompanyDirectory extends CompanyDirectory {
  constructor(private readonly orm: MikroORM) {
    super();
  }

  async list(
    words: string,
    { before, most }: Parameters<CompanyDirectory['list']>[1],
  ): Promise<readonly string[]> {
    // `%` and `_` in what people type mean themselves.
    const part = `%${words.replace(/[\\%_]/gu, String.raw`\$&`)}%`;
    const { rows } = await sql<{ company_id: string }>`
      select * from find_companies(${part}, ${before}::uuid, ${most}::int)`.execute(
      this.orm.em.fork().getKysely<Tables>(),
    );
    return rows.map(({ company_id: id }) => id);
  }
}
