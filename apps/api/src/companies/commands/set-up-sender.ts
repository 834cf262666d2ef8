import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { checkSenderSetUp } from '@keyholder/domain/welcome/sender-details';
import { actorOf, type Supporter } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** Support sets a number or a messaging service up for a company; nobody else can text from it then. */
export class SetUpSender extends Command<Result<void, Refusal>> {
  constructor(
    readonly supporter: Supporter,
    readonly companyId: string,
    readonly sender: string,
    /** That a messaging service texts from. */
    readonly numbers: readonly string[],
  ) {
    super();
  }
}

@CommandHandler(SetUpSender)
export class SetUpSenderHandler implements ICommandHandler<SetUpSender> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(command: SetUpSender): Promise<Result<void, Refusal>> {
    const { supporter, companyId } = command;
    const checked = checkSenderSetUp(command.sender, command.numbers);
    if (!checked.ok) return err({ code: 'invalid_fields', errors: checked.error });
    const { sender, numbers } = checked.value;
    const at = this.clock.now();
    return this.unitOfWork.run(
      { companyId, dealerId: null },
      async (store): Promise<Result<void, Refusal>> => {
        if (!(await store.company.exists())) return err({ code: 'not_found', what: 'company' });
        if (!(await store.company.addSender(checked.value, at))) return err({ code: 'sender_taken' });
        const detail = { sender: sender.kind === 'number' ? sender.e164 : sender.sid, numbers };
        store.audit.add({ actor: actorOf(supporter), action: 'sender.set_up', detail, at });
        return ok(undefined);
      },
    );
  }
}
