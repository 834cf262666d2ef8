import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Role, Scope } from '../../ports/permissions.ts';
import { Callers, type Caller } from '../../ports/caller.ts';
import type { Clock } from '../../ports/clock.ts';
import { moment } from '../postgres/moment.ts';
import type { Tables } from '../postgres/rows/index.ts';
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
  readonly company_id: string;
  readonly dealer_id: string;
  readonly role: Role;
}

/** Finds out who asks: API keys are ours, sessions are better-auth's, memberships are ours. */
export class PostgresCallers extends Callers {
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

  async byApiKey(key: string): Promise<Caller | null> {
    if (!key.startsWith(API_KEY_PREFIX)) return null;
    const { rows } = await sql<ApiKeyRow>`select * from find_api_key(${hashApiKey(key)})`.execute(this.db);
    const row = rows[0];
    if (row === undefined) return null;
    if (row.expires_at !== null && moment(row.expires_at) <= this.clock.now()) return null;
    return {
      kind: 'api_key',
      id: row.id,
      name: row.name,
      email: null,
      role: 'dealer_admin',
      scopes: row.scopes,
      tenant: { companyId: row.company_id, dealerId: row.dealer_id },
    };
  }

  async bySession(headers: Headers): Promise<Caller | null> {
    const session = await this.auth.api.getSession({ headers });
    if (session === null) return null;
    const { user } = session;
    const { rows } = await sql<MembershipRow>`select * from find_memberships(${user.id})`.execute(this.db);
    const membership = rows[0];
    if (membership === undefined) return null;
    return {
      kind: 'person',
      id: user.id,
      name: user.name,
      email: user.email,
      role: membership.role,
      scopes: null,
      tenant: { companyId: membership.company_id, dealerId: membership.dealer_id },
    };
  }
}
