import { Query } from '@nestjs/cqrs';
import type { Result } from '@keyholder/domain/shared/result';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { TimelineEntry } from '../contacts.schemas.ts';

/** Everything that happened with a contact, newest first. */
export class GetTimeline extends Query<Result<TimelineEntry[], Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}
