import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Role, Scope } from '../../ports/permissions.ts';
import { Callers, type Identity, type Membership } from '../../ports/caller.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Origin } from '../../ports/unit-of-work.ts';
import { gatheredInTurn, inPlaceOf } from '../postgres/gathered.ts';
import { moment } from '../postgres/moment.ts';
import type { Tables } from '../postgres/rows/index.ts';
import { tenantSession } from '../postgres/tenant-session.ts';
import { API_KEY_PREFIX, hashApiKey } from './api-keys.ts';
import type { Auth } from './auth.ts';

interface ApiKeyRow {
  readonly id: string;
  readonly company_id: string;
  readonly dealer_id: string;
  readonly name: string;
  readonly scopes: Scope[] | null;
  readonly expires_at: string | null;
}

interface MembershipRow {
  readonly role: Role;
  readonly company_id: string | null;
  readonly dealer_id: string | null;
  readonly acts_for: string[];
}

const membershipOf = ({ role, company_id, dealer_id, acts_for }: MembershipRow): Membership | null => {
  if (role === 'support') return { role };
  if (company_id === null) return null;
  if (role === 'company_admin') return { role, companyId: company_id, dealerIds: acts_for };
  return dealer_id === null ? null : { role, companyId: company_id, dealerId: dealer_id };
};

const USE_NOTED_EVERY_MS = 60_000;
const MOST_USES = 10_000;

/** Finds out who asks: API keys are ours, sessions are better-auth's, memberships are ours. */
export class PostgresCallers extends Callers {
  private readonly uses = new Map<string, Date>();

  constructor(
    private readonly orm: MikroORM,
    private readonly auth: Auth,
    private readonly clock: Clock,
  ) {
    super();
  }

  private get db() {
    return this.orm.em.fork().getKysely<Tables>();
  }

  async byApiKey(key: string, from: Origin): Promise<Identity | null> {
    if (!key.startsWith(API_KEY_PREFIX)) return null;
    const row = await this.findKey(hashApiKey(key));
    if (row === null) return null;
    if (row.expires_at !== null && moment(row.expires_at) <= this.clock.now()) return null;
    void this.noteUse(row);
    return {
      kind: 'api_key',
      id: row.id,
      name: row.name,
      email: null,
      scopes: row.scopes,
      memberships: [{ role: 'dealer_admin', companyId: row.company_id, dealerId: row.dealer_id }],
      from,
    };
  }

  private readonly findKey = gatheredInTurn(async (hashes: readonly Buffer[]) => {
    const { rows } = await sql<ApiKeyRow & { place: string }>`
      select v.place, k.* from unnest(${hashes}::bytea[]) with ordinality as v(hash, place)
      cross join lateral find_api_key(v.hash) k`.execute(this.db);
    return inPlaceOf(hashes, rows);
  });

  /** Beside the request, and once a minute at most: what is shown is when a key was last used. */
  private async noteUse({ id, company_id: companyId, dealer_id: dealerId }: ApiKeyRow): Promise<void> {
    const now = this.clock.now();
    const noted = this.uses.get(id)?.getTime() ?? 0;
    if (now.getTime() - noted < USE_NOTED_EVERY_MS) return;
    if (this.uses.size >= MOST_USES) this.uses.clear();
    this.uses.set(id, now);
    try {
      await this.orm.em
        .fork({ session: tenantSession({ companyId, dealerId }) })
        .transactional((em) =>
          em
            .getKysely<Tables>()
            .updateTable('api_key')
            .set({ last_used_at: now })
            .where('company_id', '=', companyId)
            .where('id', '=', id)
            .execute(),
        );
    } catch {
      this.uses.delete(id);
    }
  }

  async bySession(headers: Headers, dealerId: string | null, from: Origin): Promise<Identity | null> {
    const session = await this.auth.api.getSession({ headers });
    if (session === null) return null;
    const { user } = session;
    const { rows } = await sql<MembershipRow>`
      select * from find_memberships(${user.id}, ${dealerId}::uuid)`.execute(this.db);
    return {
      kind: 'person',
      id: user.id,
      name: user.name,
      email: user.email,
      scopes: null,
      memberships: rows.map(membershipOf).filter((membership) => membership !== null),
      from,
    };
  }
}
