import { Command } from '@nestjs/cqrs';
import type { Result } from '@keyholder/domain/shared/result';
import type { LinkHolder } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { Visit } from '../visit.ts';

/** The contact agrees on the page. Confirming twice is confirming once. */
export class ConfirmContact extends Command<Result<void, Refusal>> {
  constructor(
    readonly holder: LinkHolder,
    readonly pageVersion: number,
    readonly language: string,
    readonly visit: Visit,
  ) {
    super();
  }
}
