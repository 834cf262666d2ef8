import type { MikroORM } from '@mikro-orm/postgresql';
import { Logger } from '@nestjs/common';
import { sql } from 'kysely';
import type { Mailer } from '../../ports/mailer.ts';
import type { AuditAction } from '@keyholder/domain/audit/audit-action';
import type { Identities } from '../../ports/identities.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Origin, UnitOfWork } from '../../ports/unit-of-work.ts';
import type { Tables } from '../postgres/rows/index.ts';
import { accountNotice } from './account-mails.ts';

/** Writes what happens to an account into the audit of every place where the person works, and tells the person. */
export class AccountAudit {
  private readonly logger = new Logger('Accounts');

  constructor(
    private readonly orm: MikroORM,
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: Identities,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  async record(
    { id, name, email }: { readonly id: string; readonly name: string; readonly email: string },
    action: AuditAction,
    from: Origin | undefined,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const [person] = await this.identities.byIds([id]);
    const notice = accountNotice({ email, language: person?.language }, action);
    if (notice !== null) {
      this.mailer.send(notice).catch(() => this.logger.error('A notice could not be handed over.'));
    }
    const db = this.orm.em.fork().getKysely<Tables>();
    const { rows } = await sql<{ company_id: string | null; dealer_id: string | null }>`
      select company_id, dealer_id from find_memberships(${id}, null)`.execute(db);
    const at = this.clock.now();
    const actor = { kind: 'person', id, name, ...(from === undefined ? {} : { from }) } as const;
    for (const { company_id: companyId, dealer_id: dealerId } of rows) {
      if (companyId === null) continue;
      await this.unitOfWork.run({ companyId, dealerId }, async (store) => {
        store.audit.add({ actor, action, detail, at });
      });
    }
  }
}
