import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Clock } from '../../ports/clock.ts';
import type { Origin, UnitOfWork } from '../../ports/unit-of-work.ts';
import type { Tables } from '../postgres/rows/index.ts';

/** Writes what happens to an account into the audit of every place where the person works. */
export class AccountAudit {
  constructor(
    private readonly orm: MikroORM,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async record(
    person: { readonly id: string; readonly name: string },
    action: string,
    from: Origin | undefined,
  ): Promise<void> {
    const db = this.orm.em.fork().getKysely<Tables>();
    const { rows } = await sql<{ company_id: string | null; dealer_id: string | null }>`
      select company_id, dealer_id from find_memberships(${person.id}, null)`.execute(db);
    const at = this.clock.now();
    const actor = { kind: 'person', ...person, ...(from === undefined ? {} : { from }) } as const;
    for (const { company_id: companyId, dealer_id: dealerId } of rows) {
      if (companyId === null) continue;
      await this.unitOfWork.run({ companyId, dealerId }, (store) => store.audit.add({ actor, action, at }));
    }
  }
}
