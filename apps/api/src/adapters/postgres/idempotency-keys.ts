import type { MikroORM } from '@mikro-orm/postgresql';
import { sql, type Kysely } from 'kysely';
import type { Clock } from '../../ports/clock.ts';
import { IdempotencyKeys, type IdempotencyState, type KeyedRequest } from '../../ports/idempotency.ts';
import { moment } from './moment.ts';
import { tenantSession } from './tenant-session.ts';
import type { Tables } from './rows/index.ts';

/** How long a key is remembered. */
const LIFE_MS = 7 * 24 * 60 * 60 * 1000;
/** A request that was begun so long ago and carried nothing out has lost its process. */
const ABANDONED_MS = 60 * 1000;

const ofKey = (db: Kysely<Tables>, { tenant, key }: KeyedRequest) =>
  db
    .updateTable('idempotency_key')
    .where('company_id', '=', tenant.companyId)
    .where('dealer_id', 'is not distinct from', tenant.dealerId)
    .where('key', '=', key);

/** Marks the request as carried out; to be called in the transaction that does so. */
export const markCarriedOut = async (db: Kysely<Tables>, request: KeyedRequest): Promise<void> => {
  await ofKey(db, request).set({ carried_out: true }).execute();
};

export class PostgresIdempotencyKeys extends IdempotencyKeys {
  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
  ) {
    super();
  }

  begin(request: KeyedRequest): Promise<IdempotencyState> {
    const { tenant, key, fingerprint } = request;
    const now = this.clock.now();
    return this.as(request, async (db) => {
      await db
        .deleteFrom('idempotency_key')
        .where('company_id', '=', tenant.companyId)
        .where('dealer_id', 'is not distinct from', tenant.dealerId)
        .where('begun_at', '<', new Date(now.getTime() - LIFE_MS))
        .execute();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('idempotency_key')
        .values({
          company_id: tenant.companyId,
          dealer_id: tenant.dealerId,
          key,
          fingerprint,
          begun_at: now,
          carried_out: false,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['company_id', 'dealer_id', 'key'])
            .doUpdateSet({ begun_at: now })
            .where('idempotency_key.fingerprint', '=', fingerprint)
            .where('idempotency_key.carried_out', '=', false)
            .where('idempotency_key.begun_at', '<', new Date(now.getTime() - ABANDONED_MS)),
        )
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n ? { kind: 'new' } : this.known(db, request);
    });
  }

  async answer(request: KeyedRequest, status: number, body: unknown): Promise<void> {
    await this.as(request, (db) =>
      ofKey(db, request)
        .set({ carried_out: true, status, answer: sql`${JSON.stringify(body ?? null)}::jsonb` })
        .execute(),
    );
  }

  async forget({ tenant, key, fingerprint }: KeyedRequest): Promise<void> {
    await this.as({ tenant, key, fingerprint }, (db) =>
      db
        .deleteFrom('idempotency_key')
        .where('company_id', '=', tenant.companyId)
        .where('dealer_id', 'is not distinct from', tenant.dealerId)
        .where('key', '=', key)
        .where('carried_out', '=', false)
        .execute(),
    );
  }

  private async known(
    db: Kysely<Tables>,
    { tenant, key, fingerprint }: KeyedRequest,
  ): Promise<IdempotencyState> {
    const row = await db
      .selectFrom('idempotency_key')
      .selectAll()
      .where('company_id', '=', tenant.companyId)
      .where('dealer_id', 'is not distinct from', tenant.dealerId)
      .where('key', '=', key)
      .executeTakeFirst();
    if (row === undefined) return { kind: 'in_progress' };
    if (!Buffer.from(row.fingerprint).equals(fingerprint)) return { kind: 'other_request' };
    if (row.status !== null) return { kind: 'answered', status: row.status, body: row.answer };
    // Between carrying out and answering there is a moment in which the answer is not lost, only not there yet.
    const abandoned = moment(row.begun_at).getTime() < this.clock.now().getTime() - ABANDONED_MS;
    return { kind: row.carried_out && abandoned ? 'answer_lost' : 'in_progress' };
  }

  private as<T>({ tenant }: KeyedRequest, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.orm.em
      .fork({ session: tenantSession(tenant) })
      .transactional((em) => work(em.getKysely<Tables>()));
  }
}
