import { Command } from '@nestjs/cqrs';
import type { Result } from '@keyholder/domain/shared/result';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { PhoneCheckView } from '../phone-checks.schemas.ts';

/** A dealer has a number checked while typing, before any contact has it. */
export class CheckPhone extends Command<Result<PhoneCheckView, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly phone: string,
    readonly country: string,
  ) {
    super();
  }
}
