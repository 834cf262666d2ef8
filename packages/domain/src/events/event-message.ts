import type { EventKind } from './contact-event.ts';
import type { StoredEvent } from './webhook-repository.ts';

/** An event as other software gets it. */
export interface EventMessage {
  readonly id: string;
  readonly type: EventKind;
  readonly timestamp: string;
  readonly data: Record<string, unknown>;
}

export const eventMessage = ({ id, kind, at, data }: StoredEvent): EventMessage => ({
  id,
  type: kind,
  timestamp: at.toISOString(),
  data: { ...data },
});
