import { randomUUIDv7 } from 'node:crypto';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { LinkRepository } from '@keyholder/domain/welcome/text-repository';
import { sql, type Kysely } from 'kysely';
import { gathered, inOrderOf } from './gathered.ts';
import type { LinkTokens } from './link-tokens.ts';
import type { Tables } from './rows/index.ts';

export class PostgresLinkRepository implements LinkRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant & { readonly dealerId: string },
    private readonly tokens: LinkTokens,
  ) {}

  async add({
    contactId,
    phone,
    at,
    expiresAt,
  }: Parameters<LinkRepository['add']>[0]): Promise<{ readonly linkId: string }> {
    const last = await this.db
      .selectFrom('link')
      .select(sql<number>`coalesce(max(generation), 0)`.as('generation'))
      .where('company_id', '=', this.tenant.companyId)
      .where('contact_id', '=', contactId)
      .executeTakeFirstOrThrow();
    const generation = last.generation + 1;
    const { kid } = this.tokens;
    const linkId = randomUUIDv7();
    await this.db
      .insertInto('link')
      .values({
        id: linkId,
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        contact_id: contactId,
        phone,
        generation,
        kid,
        token_hash: this.tokens.hash(this.tokens.derive({ kid, contactId, generation })),
        created_at: at,
        expires_at: expiresAt,
      })
      .execute();
    return { linkId };
  }

  readonly tokenOf = gathered(async (ids: readonly string[]) => {
    const rows = await this.db
      .selectFrom('link')
      .select(['id', 'kid', 'contact_id', 'generation'])
      .where('company_id', '=', this.tenant.companyId)
      .where(sql<boolean>`id = any (${ids}::uuid[])`)
      .execute();
    const tokens = inOrderOf(ids, rows, {
      id: (row) => row.id,
      answer: ({ kid, contact_id: contactId, generation }) =>
        this.tokens.derive({ kid, contactId, generation }),
    });
    return tokens.map((token) => token ?? new Error('A text holds a link that is not there.'));
  });

  async revoke(linkId: string, at: Date): Promise<void> {
    await this.living(at).where('id', '=', linkId).execute();
  }

  async revokeAllOf(contactId: string, at: Date): Promise<void> {
    await this.living(at).where('contact_id', '=', contactId).execute();
  }

  async revokeAllAt(siteId: string, at: Date): Promise<void> {
    await this.living(at)
      .where('contact_id', 'in', (query) =>
        query
          .selectFrom('contact')
          .select('id')
          .where('company_id', '=', this.tenant.companyId)
          .where('site_id', '=', siteId),
      )
      .execute();
  }

  private living(at: Date) {
    return this.db
      .updateTable('link')
      .set({ revoked_at: at })
      .where('company_id', '=', this.tenant.companyId)
      .where('revoked_at', 'is', null);
  }
}
