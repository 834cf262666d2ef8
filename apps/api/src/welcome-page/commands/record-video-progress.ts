import { Command } from '@nestjs/cqrs';
import type { LinkHolder } from '../../ports/caller.ts';

/** The contact has played more of the video. */
export class RecordVideoProgress extends Command<void> {
  constructor(
    readonly holder: LinkHolder,
    readonly percent: number,
  ) {
    super();
  }
}
