import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Result } from '@keyholder/domain/shared/result';
import { actorOf, type Supporter } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { Settings } from '../../settings.ts';
import { makeCompany, type MadeCompany, type NewCompany } from '../make-company.ts';

/** Support makes a stand-alone dealer: company, dealer, brand and the invitation of its admin. */
export class MakeCompany extends Command<Result<MadeCompany, Refusal>> {
  constructor(
    readonly supporter: Supporter,
    readonly input: NewCompany,
  ) {
    super();
  }
}

@CommandHandler(MakeCompany)
export class MakeCompanyHandler implements ICommandHandler<MakeCompany> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  execute({ supporter, input }: MakeCompany): Promise<Result<MadeCompany, Refusal>> {
    return makeCompany(input, {
      unitOfWork: this.unitOfWork,
      actor: actorOf(supporter),
      linkOrigin: this.settings.publicUrl.origin,
      at: this.clock.now(),
    });
  }
}
