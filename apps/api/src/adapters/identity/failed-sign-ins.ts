import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { AuditAction } from '@keyholder/domain/audit/audit-action';
import type { Clock } from '../../ports/clock.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { RateLimitName, RateLimits } from '../../ports/rate-limits.ts';
import type { Origin, UnitOfWork } from '../../ports/unit-of-work.ts';
import type { Tables } from '../postgres/rows/index.ts';
import type { AccountAudit } from './account-audit.ts';

/** An address whose domain more companies share says nothing about any of them: it is a public mail service's. */
const COMPANIES_OF_A_DOMAIN = 3;
/** People of a domain that are looked at to find their companies. */
const PEOPLE_LOOKED_AT = 50;

/** What became of the right to write into an audit: null, it is used up and that was said. */
type Noted = Readonly<Record<string, unknown>> | null;

/**
 * Tells those who look after accounts that somebody did not get in, from where, and how often. Whoever tries decides how
 * much is written: beyond a limit one entry says until when no more is.
 */
export class FailedSignIns {
  constructor(
    private readonly orm: MikroORM,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AccountAudit,
    private readonly limits: RateLimits,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  /** Somebody knows the address of an account, but not its password; or the password, but not the second factor. */
  async ofAccount(
    person: Parameters<AccountAudit['record']>[0],
    action: Extract<AuditAction, 'account.sign_in_failed' | 'account.second_factor_failed'>,
    from: Origin,
  ): Promise<void> {
    this.metrics.signInFailed(action === 'account.sign_in_failed' ? 'password' : 'second_factor');
    const detail = await this.noted('failed sign-in noted of an account', person.id);
    if (detail !== null) await this.audit.record(person, action, from, detail);
  }

  /**
   * Nobody has the address that was tried. It is written down nowhere: it may be another's, and people type passwords
   * into the wrong field. Only companies that it concerns are told: whose people have addresses of its domain, or the
   * one company that there is.
   */
  async ofStranger(email: string, from: Origin): Promise<void> {
    this.metrics.signInFailed('unknown_address');
    for (const companyId of await this.concerned(email)) {
      const detail = await this.noted('unknown sign-in noted at a company', companyId);
      if (detail === null) continue;
      const actor = { kind: 'person', id: null, name: null, from } as const;
      const at = this.clock.now();
      await this.unitOfWork.run({ companyId, dealerId: null }, async (store) => {
        store.audit.add({ actor, action: 'account.sign_in_unknown', detail, at });
      });
    }
  }

  private async noted(limit: RateLimitName, subject: string): Promise<Noted> {
    const until = await this.limits.count(limit, subject);
    if (until === null) return {};
    const isFirst =
      (await this.limits.count('silence about failed sign-ins noted', `${limit}: ${subject}`)) === null;
    return isFirst ? { notNotedUntil: until.toISOString() } : null;
  }

  private async concerned(email: string): Promise<readonly string[]> {
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    const db = this.orm.em.fork().getKysely<Tables>();
    const ofDomain = await sql<{ company_id: string }>`
      select distinct m.company_id
      from (select id from auth."user" where split_part(email, '@', 2) = ${domain} limit ${PEOPLE_LOOKED_AT}) person,
        lateral find_memberships(person.id::text, null) m
      where m.company_id is not null limit ${COMPANIES_OF_A_DOMAIN + 1}`.execute(db);
    if (ofDomain.rows.length > COMPANIES_OF_A_DOMAIN) return [];
    if (ofDomain.rows.length > 0) return ofDomain.rows.map((row) => row.company_id);
    const all = await sql<{ company_id: string }>`
      select distinct company_id from find_brands() limit 2`.execute(db);
    return all.rows.length === 1 ? all.rows.map((row) => row.company_id) : [];
  }
}
