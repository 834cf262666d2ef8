import { Query } from '@nestjs/cqrs';
import type { Result } from '@keyholder/domain/shared/result';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { SiteView } from '../sites.schemas.ts';

/** One site with its reachability. */
export class GetSite extends Query<Result<SiteView, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string,
  ) {
    super();
  }
}
