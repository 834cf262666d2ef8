import { Query } from '@nestjs/cqrs';
import type { Result } from '@keyholder/domain/shared/result';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { ContactView } from '../contacts.schemas.ts';

/** One contact, as shown now. */
export class GetContact extends Query<Result<ContactView, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}
