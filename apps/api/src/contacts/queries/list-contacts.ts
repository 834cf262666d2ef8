import { Query } from '@nestjs/cqrs';
import type { Result } from '@keyholder/domain/shared/result';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { ContactView } from '../contacts.schemas.ts';

/** The contacts of a site in the order in which they were added. */
export class ListContacts extends Query<
  Result<{ items: ContactView[]; nextCursor: string | null }, Refusal>
> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
    readonly page: { readonly limit: number; readonly cursor?: string | undefined },
  ) {
    super();
  }
}
