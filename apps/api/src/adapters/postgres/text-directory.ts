import type { TextState } from '@keyholder/domain/welcome/text-message';
import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { TextDirectory } from '../../ports/text-directory.ts';
import { gatheredInTurn, inPlaceOf } from './gathered.ts';
import type { Tables } from './rows/index.ts';

interface IdRow {
  readonly id: string;
  readonly company_id: string;
  readonly dealer_id: string;
}

interface Sought {
  readonly attemptId: string | null;
  readonly providerId: string;
}

const tenantOf = (row: IdRow) => ({ companyId: row.company_id, dealerId: row.dealer_id });

/** Asks the look-up functions of the migrations; without a tenant nothing else answers. */
export class PostgresTextDirectory extends TextDirectory {
  constructor(private readonly orm: MikroORM) {
    super();
  }

  private get db() {
    return this.orm.em.fork().getKysely<Tables>();
  }

  find(attemptId: string | null, providerId: string): ReturnType<TextDirectory['find']> {
    return this.findGathered({ attemptId, providerId });
  }

  private readonly findGathered = gatheredInTurn(async (calls: readonly Sought[]) => {
    const { rows } = await sql<IdRow & { place: string }>`
      select v.place, t.* from unnest(
        ${calls.map(({ attemptId }) => attemptId)}::uuid[], ${calls.map(({ providerId }) => providerId)}::text[]
      ) with ordinality as v(attempt, provider, place)
      cross join lateral find_text(v.attempt, v.provider) t`.execute(this.db);
    return inPlaceOf(calls, rows).map((row) => row && { id: row.id, tenant: tenantOf(row) });
  });

  async brandBySender(senders: readonly string[]): ReturnType<TextDirectory['brandBySender']> {
    const { rows } = await sql<{ id: string; company_id: string }>`
      select * from find_brand_by_sender(${[...senders]}::text[])`.execute(this.db);
    const row = rows[0];
    return row === undefined ? null : { brandId: row.id, companyId: row.company_id };
  }

  async unfinished(
    limits: Parameters<TextDirectory['unfinished']>[0],
  ): ReturnType<TextDirectory['unfinished']> {
    const { rows } = await sql<IdRow & { state: TextState }>`
      select * from find_unfinished_texts(
        ${limits.queuedBefore}::timestamptz, ${limits.claimedBefore}::timestamptz,
        ${limits.polledBefore}::timestamptz, ${limits.most}::int)`.execute(this.db);
    return rows.map((row) => ({ id: row.id, tenant: tenantOf(row), state: row.state }));
  }

  async stoppedBrands(): ReturnType<TextDirectory['stoppedBrands']> {
    const { rows } = await sql<{ id: string; company_id: string }>`
      select * from find_stopped_brands()`.execute(this.db);
    return rows.map((row) => ({ brandId: row.id, tenant: { companyId: row.company_id, dealerId: null } }));
  }
}
