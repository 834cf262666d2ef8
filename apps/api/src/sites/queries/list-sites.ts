import { Query } from '@nestjs/cqrs';
import type { Caller } from '../../ports/caller.ts';
import type { SiteView } from '../sites.schemas.ts';

/** A dealer's sites in the order of their names. */
export class ListSites extends Query<{ items: SiteView[]; nextCursor: string | null }> {
  constructor(
    readonly caller: Caller,
    readonly page: {
      readonly limit: number;
      readonly cursor?: string | undefined;
      readonly query?: string | undefined;
    },
  ) {
    super();
  }
}
