import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { CheckPhone } from '../../phone-checks/commands/check-phone.ts';
import { doerOf, type Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer has a contact's number checked. */
export class ValidateContact extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}

@CommandHandler(ValidateContact)
export class ValidateContactHandler implements ICommandHandler<ValidateContact> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: CommandBus,
  ) {}

  async execute({ caller, contactId }: ValidateContact): Promise<Result<void, Refusal>> {
    const contact = await this.unitOfWork.run(caller.tenant, (store) => store.contacts.load(contactId));
    if (contact === null) return err({ code: 'not_found', what: 'contact' });
    // E.164 needs no country to be read; the checker wants one all the same.
    const checked = await this.commands.execute(new CheckPhone(doerOf(caller), contact.phone, 'US'));
    return checked.ok ? ok(undefined) : checked;
  }
}
