import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Links, type LinkHolder } from '../../ports/caller.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LinkTokens } from './link-tokens.ts';
import { moment } from './moment.ts';
import type { Tables } from './rows/index.ts';

interface LinkRow {
  readonly id: string;
  readonly company_id: string;
  readonly dealer_id: string;
  readonly contact_id: string;
  readonly expires_at: string;
  readonly revoked_at: string | null;
}

/** Finds links by the hash of their token. */
export class PostgresLinks extends Links {
  constructor(
    private readonly orm: MikroORM,
    private readonly tokens: LinkTokens,
    private readonly clock: Clock,
  ) {
    super();
  }

  async byToken(token: string): Promise<LinkHolder | null> {
    const db = this.orm.em.fork().getKysely<Tables>();
    const { rows } = await sql<LinkRow>`select * from find_link(${this.tokens.hash(token)})`.execute(db);
    const row = rows[0];
    if (row === undefined) return null;
    return {
      linkId: row.id,
      contactId: row.contact_id,
      tenant: { companyId: row.company_id, dealerId: row.dealer_id },
      state:
        row.revoked_at !== null
          ? 'revoked'
          : moment(row.expires_at) <= this.clock.now()
            ? 'expired'
            : 'alive',
    };
  }
}
