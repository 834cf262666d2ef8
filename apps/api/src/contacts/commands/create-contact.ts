import { Command } from '@nestjs/cqrs';
import type { ContactInput } from '@keyholder/domain/contact/contact-details';
import type { Result } from '@keyholder/domain/shared/result';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';

/** A dealer adds a contact to a site. */
export class CreateContact extends Command<Result<{ readonly id: string }, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
    readonly input: ContactInput,
  ) {
    super();
  }
}
