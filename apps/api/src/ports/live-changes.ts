import type { Observable } from 'rxjs';

/** Something about a site or one of its contacts has changed and been committed. */
export interface LiveChange {
  readonly dealerId: string;
  readonly siteId: string;
  /** Null where the site itself has changed. */
  readonly contactId: string | null;
}

/** What a unit of work tells of a change. */
export interface AnnouncedChange extends LiveChange {
  /** True where the site stands as before and is found by the same words, so that its overview is not computed again. */
  readonly overviewStays?: boolean;
}

/** Port: changes committed by any process, as they happen. May lose some; whoever listens refetches on reconnect. */
export abstract class LiveChanges {
  abstract readonly stream: Observable<LiveChange>;
}
