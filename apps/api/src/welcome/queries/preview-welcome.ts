import { Query } from '@nestjs/cqrs';
import type { Result } from '@keyholder/domain/shared/result';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { WelcomePreview } from '../welcome.schemas.ts';

/** The welcome text as it would be sent to a contact now. */
export class PreviewWelcome extends Query<Result<WelcomePreview, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}
