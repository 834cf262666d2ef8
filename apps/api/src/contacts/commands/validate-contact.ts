import { Command } from '@nestjs/cqrs';
import type { Result } from '@keyholder/domain/shared/result';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';

/** A dealer has a contact's number checked. */
export class ValidateContact extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}
