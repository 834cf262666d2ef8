import { Command } from '@nestjs/cqrs';
import type { DeclineReason } from '@keyholder/domain/contact/agreement';
import type { LinkHolder } from '../../ports/caller.ts';
import type { Visit } from '../visit.ts';

/** The contact says "Not for me", before or after confirming. */
export class DeclineContact extends Command<void> {
  constructor(
    readonly holder: LinkHolder,
    readonly reason: DeclineReason,
    readonly visit: Visit,
  ) {
    super();
  }
}
