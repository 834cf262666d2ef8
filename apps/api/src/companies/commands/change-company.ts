import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkCompanyName, checkDailyCeiling } from '@keyholder/domain/account/company-details';
import { checkEvidenceYears } from '@keyholder/domain/consent/retention';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { isMet, type Precondition } from '../../ports/precondition.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { CompanyChange } from '../companies.schemas.ts';

/** A company's admin changes its settings. */
export class ChangeCompany extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: CompanyCaller,
    readonly precondition: Precondition,
    readonly edit: CompanyChange,
  ) {
    super();
  }
}

const STALE: Refusal = { code: 'stale', what: 'company', edits: [] };

@CommandHandler(ChangeCompany)
export class ChangeCompanyHandler implements ICommandHandler<ChangeCompany> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, precondition, edit }: ChangeCompany): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const before = await store.company.load();
      if (!isMet(precondition, before.version)) return err(STALE);
      const name = checkCompanyName(edit.name ?? before.name);
      const ceiling = checkDailyCeiling(edit.dailyWelcomeCeiling ?? before.dailyWelcomeCeiling);
      const years = checkEvidenceYears(edit.evidenceYears ?? before.evidenceYears);
      const errors = [name, ceiling, years].flatMap((checked) => (checked.ok ? [] : [checked.error]));
      if (!name.ok || !ceiling.ok || !years.ok) return err({ code: 'invalid_fields', errors });
      const after = {
        name: name.value,
        dailyWelcomeCeiling: ceiling.value,
        evidenceYears: years.value,
        version: before.version + 1,
      };
      const changes = (['name', 'dailyWelcomeCeiling', 'evidenceYears'] as const)
        .filter((field) => after[field] !== before[field])
        .map((field) => ({ field, from: before[field], to: after[field] }));
      if (changes.length === 0) return ok(undefined);
      if (!(await store.company.save(after, before.version))) return err(STALE);
      const detail = { version: after.version, changes };
      const at = this.clock.now();
      store.audit.add({ actor: actorOf(caller), action: 'company.changed', detail, at });
      return ok(undefined);
    });
  }
}
