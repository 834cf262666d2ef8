import { Command } from '@nestjs/cqrs';
import type { Result } from '@keyholder/domain/shared/result';
import type { Permission } from '@keyholder/domain/welcome/send-welcome';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';

/** A dealer sends a contact the welcome text. */
export class SendWelcome extends Command<Result<{ readonly textId: string }, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
    readonly permission: Permission,
    readonly insist: boolean,
  ) {
    super();
  }
}
