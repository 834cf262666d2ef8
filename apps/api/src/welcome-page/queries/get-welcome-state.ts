import { Query } from '@nestjs/cqrs';
import type { LinkHolder } from '../../ports/caller.ts';
import type { WelcomeState } from '../welcome-page.schemas.ts';

/** What the welcome page shows to the holder of a link. */
export class GetWelcomeState extends Query<WelcomeState> {
  constructor(readonly holder: LinkHolder) {
    super();
  }
}
