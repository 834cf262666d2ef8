import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { CaseDirectory, type CasePlace } from '../../ports/case-directory.ts';
import type { Tables } from './rows/index.ts';

interface CaseRow {
  readonly id: string;
  readonly company_id: string;
  readonly dealer_id: string;
}

const placeOf = (row: CaseRow): CasePlace => ({
  caseId: row.id,
  tenant: { companyId: row.company_id, dealerId: row.dealer_id },
});

/** Asks the look-up functions; without a tenant nothing else answers. */
export class PostgresCaseDirectory extends CaseDirectory {
  constructor(private readonly orm: MikroORM) {
    super();
  }

  private get db() {
    return this.orm.em.fork().getKysely<Tables>();
  }

  async find(caseId: string): Promise<CasePlace | null> {
    const { rows } = await sql<CaseRow>`select * from find_support_case(${caseId}::uuid)`.execute(this.db);
    return rows[0] === undefined ? null : placeOf(rows[0]);
  }

  async list(
    state: 'open' | 'closed',
    { after, most }: Parameters<CaseDirectory['list']>[1],
  ): ReturnType<CaseDirectory['list']> {
    const { rows } = await sql<CaseRow & { opened_at: string }>`
      select * from find_support_cases(
        ${state}, ${after?.openedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${most}::int)`.execute(
      this.db,
    );
    return rows.map((row) => ({ ...placeOf(row), openedAt: row.opened_at }));
  }
}
