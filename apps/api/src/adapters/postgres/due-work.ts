import type { MikroORM } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { DueWork, type Due } from '../../ports/due-work.ts';
import type { Tables } from './rows/index.ts';

interface DueRow {
  readonly id: string;
  readonly company_id: string;
  readonly dealer_id: string;
}

/** Asks the look-up functions of the migrations; without a tenant nothing else answers. */
export class PostgresDueWork extends DueWork {
  constructor(private readonly orm: MikroORM) {
    super();
  }

  heldTexts(at: Date, most: number): Promise<readonly Due[]> {
    return this.due(sql<DueRow>`select * from find_held_texts(${at}::timestamptz, ${most}::int)`);
  }

  textsToRemind(at: Date, most: number): Promise<readonly Due[]> {
    return this.due(sql<DueRow>`select * from find_texts_to_remind(${at}::timestamptz, ${most}::int)`);
  }

  lineChecks(at: Date, most: number): Promise<readonly Due[]> {
    return this.due(sql<DueRow>`select * from find_line_checks_due(${at}::timestamptz, ${most}::int)`);
  }

  expiredEvidence(at: Date, most: number): Promise<readonly Due[]> {
    return this.due(sql<DueRow>`select * from find_expired_evidence(${at}::timestamptz, ${most}::int)`);
  }

  companiesWithNewEvents(): ReturnType<DueWork['companiesWithNewEvents']> {
    return this.companies(sql`select company_id from find_events_without_position()`);
  }

  companiesWithEventsBefore(moment: Date): ReturnType<DueWork['companiesWithEventsBefore']> {
    return this.companies(sql`select company_id from find_old_events(${moment}::timestamptz)`);
  }

  private async companies(query: RawBuilder<unknown>): ReturnType<DueWork['companiesWithNewEvents']> {
    const { rows } = await (query as RawBuilder<{ company_id: string }>).execute(this.db);
    return rows.map((row) => ({ companyId: row.company_id, dealerId: null }));
  }

  async brands(): ReturnType<DueWork['brands']> {
    const { rows } = await sql<{ id: string; company_id: string }>`select * from find_brands()`.execute(
      this.db,
    );
    return rows.map((row) => ({ id: row.id, tenant: { companyId: row.company_id, dealerId: null } }));
  }

  private get db() {
    return this.orm.em.fork().getKysely<Tables>();
  }

  private async due(query: RawBuilder<DueRow>): Promise<readonly Due[]> {
    const { rows } = await query.execute(this.db);
    return rows.map((row) => ({
      id: row.id,
      tenant: { companyId: row.company_id, dealerId: row.dealer_id },
    }));
  }
}
