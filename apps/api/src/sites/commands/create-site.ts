import { Command } from '@nestjs/cqrs';
import type { Result } from '@keyholder/domain/shared/result';
import type { SiteInput } from '@keyholder/domain/site/site-details';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';

/** A dealer adds a site. */
export class CreateSite extends Command<Result<{ readonly id: string }, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly input: SiteInput,
  ) {
    super();
  }
}
