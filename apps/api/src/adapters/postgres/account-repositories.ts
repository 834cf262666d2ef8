import { randomUUIDv7 } from 'node:crypto';
import type { PeopleRepository, StoredInvitation } from '@keyholder/domain/account/account-repository';
import type { ApiKeyRepository } from '@keyholder/domain/account/api-key-repository';
import type {
  CompanyRepository,
  CompanySettings,
  WelcomeLimit,
} from '@keyholder/domain/account/company-repository';
import { EVIDENCE_YEARS_DEFAULT } from '@keyholder/domain/consent/retention';
import { DAILY_CEILING_DEFAULT } from '@keyholder/domain/account/company-details';
import type { Member, MemberRole } from '@keyholder/domain/account/member';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { SenderSetUp } from '@keyholder/domain/welcome/sender-details';
import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { sql, type Kysely } from 'kysely';
import type { InvitationTokens } from './invitation-tokens.ts';
import { moment, momentOrNull } from './moment.ts';
import type { Tables } from './rows/index.ts';

export class PostgresPeopleRepository implements PeopleRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
    private readonly tokens: InvitationTokens,
  ) {}

  async membersForChange(): Promise<readonly Member[]> {
    const rows = await this.db
      .selectFrom('membership')
      .select(['user_id', 'role'])
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', 'is not distinct from', this.tenant.dealerId)
      .orderBy('created_at')
      .forUpdate()
      .execute();
    return rows.map((row) => ({ userId: row.user_id, role: row.role as MemberRole }));
  }

  async add({ userId, role, at }: Parameters<PeopleRepository['add']>[0]): Promise<void> {
    await this.db
      .insertInto('membership')
      .values({
        id: randomUUIDv7(),
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        user_id: userId,
        role,
        created_at: at,
      })
      .onConflict((conflict) => conflict.columns(['company_id', 'dealer_id', 'user_id']).doNothing())
      .execute();
  }

  async setRole(userId: string, role: MemberRole): Promise<void> {
    await this.db
      .updateTable('membership')
      .set({ role })
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', 'is not distinct from', this.tenant.dealerId)
      .where('user_id', '=', userId)
      .execute();
  }

  async remove(userId: string): Promise<void> {
    await this.db
      .deleteFrom('membership')
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', 'is not distinct from', this.tenant.dealerId)
      .where('user_id', '=', userId)
      .execute();
  }

  async invite({
    email,
    role,
    by,
    language,
    at,
    expiresAt,
  }: Parameters<PeopleRepository['invite']>[0]): ReturnType<PeopleRepository['invite']> {
    const id = randomUUIDv7();
    // One that has expired unanswered makes room for another.
    await this.db
      .updateTable('invitation')
      .set({ revoked_at: at })
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', 'is not distinct from', this.tenant.dealerId)
      .where(sql<boolean>`lower(email) = ${email}`)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '<=', at)
      .execute();
    const added = await this.db
      .insertInto('invitation')
      .values({
        id,
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        role,
        email,
        token_hash: this.tokens.hash(this.tokens.derive(id)),
        invited_by: by,
        language,
        created_at: at,
        expires_at: expiresAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return added === undefined ? null : { invitationId: added.id };
  }

  async loadInvitation(id: string): Promise<StoredInvitation | null> {
    const row = await this.db
      .selectFrom('invitation')
      .selectAll()
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', 'is not distinct from', this.tenant.dealerId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return null;
    return {
      id: row.id,
      dealerId: row.dealer_id,
      email: row.email,
      role: row.role as MemberRole,
      invitedBy: row.invited_by,
      language: row.language as ReaderLanguage,
      expiresAt: moment(row.expires_at),
      acceptedAt: momentOrNull(row.accepted_at),
      revokedAt: momentOrNull(row.revoked_at),
    };
  }

  async prolongInvitation(id: string, expiresAt: Date): Promise<void> {
    await this.open(id).set({ expires_at: expiresAt }).execute();
  }

  async revokeInvitation(id: string, at: Date): Promise<void> {
    await this.open(id).set({ revoked_at: at }).execute();
  }

  async acceptInvitation(id: string, userId: string, at: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.open(id)
      .set({ accepted_at: at, accepted_by: userId })
      .where('expires_at', '>', at)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** The allowed-from state stands in the condition: what was answered stays answered. */
  private open(id: string) {
    return this.db
      .updateTable('invitation')
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', 'is not distinct from', this.tenant.dealerId)
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null);
  }
}

export class PostgresApiKeyRepository implements ApiKeyRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant & { readonly dealerId: string },
  ) {}

  async add(key: Parameters<ApiKeyRepository['add']>[0]): Promise<void> {
    await this.db
      .insertInto('api_key')
      .values({
        id: key.id,
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        name: key.name,
        prefix: key.prefix,
        key_hash: Buffer.from(key.hash),
        scopes: [...key.scopes],
        created_at: key.at,
        created_by: key.by,
        expires_at: key.expiresAt,
      })
      .execute();
  }

  async revoke(id: string, at: Date): Promise<{ readonly name: string } | null> {
    const row = await this.db
      .updateTable('api_key')
      .set({ revoked_at: at })
      .where('company_id', '=', this.tenant.companyId)
      .where('dealer_id', '=', this.tenant.dealerId)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst();
    return row ?? null;
  }
}

export class PostgresCompanyRepository implements CompanyRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  async placeName(): Promise<string> {
    const { companyId, dealerId } = this.tenant;
    const { name } =
      dealerId === null
        ? await this.db
            .selectFrom('company')
            .select('name')
            .where('id', '=', companyId)
            .executeTakeFirstOrThrow()
        : await this.db
            .selectFrom('dealer')
            .select('name')
            .where('company_id', '=', companyId)
            .where('id', '=', dealerId)
            .executeTakeFirstOrThrow();
    return name;
  }

  async create({ name, at }: Parameters<CompanyRepository['create']>[0]): Promise<void> {
    await this.db
      .insertInto('company')
      .values({
        id: this.tenant.companyId,
        name,
        daily_welcome_ceiling: DAILY_CEILING_DEFAULT,
        evidence_years: EVIDENCE_YEARS_DEFAULT,
        version: 1,
        created_at: at,
      })
      .execute();
  }

  async exists(): Promise<boolean> {
    const row = await this.db
      .selectFrom('company')
      .select('id')
      .where('id', '=', this.tenant.companyId)
      .executeTakeFirst();
    return row !== undefined;
  }

  async addSender({ sender, numbers }: SenderSetUp, at: Date): Promise<boolean> {
    const added = await this.db
      .insertInto('company_sender')
      .values({
        value: sender.kind === 'number' ? sender.e164 : sender.sid,
        company_id: this.tenant.companyId,
        kind: sender.kind,
        numbers: [...numbers],
        added_at: at,
      })
      .onConflict((conflict) => conflict.column('value').doNothing())
      .returning('value')
      .executeTakeFirst();
    return added !== undefined;
  }

  async load(): Promise<CompanySettings> {
    const row = await this.db
      .selectFrom('company')
      .selectAll()
      .where('id', '=', this.tenant.companyId)
      .executeTakeFirstOrThrow();
    return {
      name: row.name,
      dailyWelcomeCeiling: row.daily_welcome_ceiling,
      evidenceYears: row.evidence_years,
      version: row.version,
    };
  }

  async save(settings: CompanySettings, expected: number): Promise<boolean> {
    const { name, dailyWelcomeCeiling, evidenceYears, version } = settings;
    const { numUpdatedRows } = await this.db
      .updateTable('company')
      .set({
        name,
        daily_welcome_ceiling: dailyWelcomeCeiling,
        evidence_years: evidenceYears,
        version,
      })
      .where('id', '=', this.tenant.companyId)
      .where('version', '=', expected)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async addDealer({ id, name, at }: Parameters<CompanyRepository['addDealer']>[0]): Promise<void> {
    const { companyId } = this.tenant;
    const brand = await this.db
      .selectFrom('brand')
      .select('id')
      .where('company_id', '=', companyId)
      .where('dealer_id', 'is', null)
      .orderBy('created_at')
      .executeTakeFirstOrThrow();
    await this.db
      .insertInto('dealer')
      .values({ id, company_id: companyId, name, brand_id: brand.id, created_at: at })
      .execute();
  }

  async countWelcome({
    siteId,
    day,
    perSite,
  }: Parameters<CompanyRepository['countWelcome']>[0]): Promise<WelcomeLimit | null> {
    const { companyId, dealerId } = this.tenant;
    if (dealerId === null) throw new Error('A welcome text belongs to a dealer.');
    const { dailyWelcomeCeiling } = await this.load();
    const count = async (of: string | null, most: number): Promise<boolean> => {
      if (most <= 0) return false;
      const counted = await this.db
        .insertInto('welcome_count')
        .values({ company_id: companyId, dealer_id: dealerId, site_id: of, day, count: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['company_id', 'dealer_id', 'site_id', 'day'])
            .doUpdateSet({ count: sql`welcome_count.count + 1` })
            .where('welcome_count.count', '<', most),
        )
        .returning('count')
        .executeTakeFirst();
      return counted !== undefined;
    };
    if (!(await count(null, dailyWelcomeCeiling))) return 'dealer_a_day';
    if (await count(siteId, perSite)) return null;
    await this.db
      .updateTable('welcome_count')
      .set({ count: sql`count - 1` })
      .where('company_id', '=', companyId)
      .where('dealer_id', '=', dealerId)
      .where('site_id', 'is', null)
      .where('day', '=', day)
      .execute();
    return 'site_a_day';
  }
}
