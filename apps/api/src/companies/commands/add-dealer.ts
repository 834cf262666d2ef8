import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkCompanyName } from '@keyholder/domain/account/company-details';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A company's admin adds a dealer, which uses the company's brand. */
export class AddDealer extends Command<Result<{ readonly dealerId: string }, Refusal>> {
  constructor(
    readonly caller: CompanyCaller,
    readonly name: string,
  ) {
    super();
  }
}

@CommandHandler(AddDealer)
export class AddDealerHandler implements ICommandHandler<AddDealer> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ caller, name }: AddDealer): Promise<Result<{ readonly dealerId: string }, Refusal>> {
    const checked = checkCompanyName(name);
    if (!checked.ok) return err({ code: 'invalid_fields', errors: [checked.error] });
    const dealerId = randomUUIDv7();
    const at = this.clock.now();
    return this.unitOfWork.run(caller.tenant, async (store) => {
      await store.company.addDealer({ id: dealerId, name: checked.value, at });
      const detail = { dealerId, name: checked.value };
      store.audit.add({ actor: actorOf(caller), action: 'dealer.added', detail, at });
      return ok({ dealerId });
    });
  }
}
