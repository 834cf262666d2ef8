import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { iso, moment, momentOrNull, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { Scope } from '../../ports/permissions.ts';
import type { ApiKeyView } from '../api-keys.schemas.ts';

/** The keys of a dealer, the newest first. */
export class ListApiKeys extends Query<ApiKeyView[]> {
  constructor(readonly caller: Caller) {
    super();
  }
}

@QueryHandler(ListApiKeys)
export class ListApiKeysHandler implements IQueryHandler<ListApiKeys> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller: { tenant } }: ListApiKeys): Promise<ApiKeyView[]> {
    const rows = await this.database.read(tenant, (db) =>
      db
        .selectFrom('api_key')
        .select([
          'id',
          'name',
          'prefix',
          'scopes',
          'created_at',
          'created_by',
          'expires_at',
          'last_used_at',
          'revoked_at',
        ])
        .where('company_id', '=', tenant.companyId)
        .where('dealer_id', '=', tenant.dealerId)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      prefix: row.prefix,
      scopes: row.scopes as Scope[] | null,
      createdAt: moment(row.created_at).toISOString(),
      createdBy: row.created_by,
      expiresAt: iso(momentOrNull(row.expires_at)),
      lastUsedAt: iso(momentOrNull(row.last_used_at)),
      revokedAt: iso(momentOrNull(row.revoked_at)),
    }));
  }
}
