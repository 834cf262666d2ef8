import { invitationState } from '@keyholder/domain/account/invitation';
import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Clock } from '../../ports/clock.ts';
import { Invitations, type InvitationHolder } from '../../ports/identities.ts';
import type { InvitationTokens } from '../postgres/invitation-tokens.ts';
import { moment, momentOrNull } from '../postgres/moment.ts';
import type { Tables } from '../postgres/rows/index.ts';

interface InvitationRow {
  readonly id: string;
  readonly company_id: string;
  readonly dealer_id: string | null;
  readonly expires_at: string;
  readonly revoked_at: string | null;
  readonly accepted_at: string | null;
}

/** Finds invitations by the hash of their token. */
export class PostgresInvitations extends Invitations {
  constructor(
    private readonly orm: MikroORM,
    private readonly tokens: InvitationTokens,
    private readonly clock: Clock,
  ) {
    super();
  }

  tokenOf(invitationId: string): string {
    return this.tokens.derive(invitationId);
  }

  async byToken(token: string): Promise<InvitationHolder | null> {
    const db = this.orm.em.fork().getKysely<Tables>();
    const { rows } = await sql<InvitationRow>`
      select * from find_invitation(${this.tokens.hash(token)})`.execute(db);
    const row = rows[0];
    if (row === undefined) return null;
    const dates = {
      expiresAt: moment(row.expires_at),
      acceptedAt: momentOrNull(row.accepted_at),
      revokedAt: momentOrNull(row.revoked_at),
    };
    return {
      invitationId: row.id,
      tenant: { companyId: row.company_id, dealerId: row.dealer_id },
      state: invitationState(dates, this.clock.now()),
    };
  }
}
