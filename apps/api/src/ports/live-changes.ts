import type { Observable } from 'rxjs';

/** Something about a site or one of its contacts has changed and been committed. */
export interface LiveChange {
  readonly dealerId: string;
  readonly siteId: string;
  /** Null where the site itself has changed. */
  readonly contactId: string | null;
}

/** Port: changes committed by any process, as they happen. May lose some; whoever listens refetches on reconnect. */
export abstract class LiveChanges {
  abstract readonly stream: Observable<LiveChange>;
}
