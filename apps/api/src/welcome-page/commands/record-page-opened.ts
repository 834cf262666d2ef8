import { Command } from '@nestjs/cqrs';
import type { LinkHolder } from '../../ports/caller.ts';
import type { Visit } from '../visit.ts';

/** The contact's browser has shown the page; a link preview's GET does not come here. */
export class RecordPageOpened extends Command<void> {
  constructor(
    readonly holder: LinkHolder,
    readonly pageVersion: number,
    readonly language: string,
    readonly visit: Visit,
  ) {
    super();
  }
}
