/**
 * What is told to other software: every kind of event, in the words of its description. Sent by webhooks and listed by
 * the history.
 */
export const EVENT_KINDS = {
  'contact.created': 'A contact was added to a site.',
  'contact.changed': 'Details of a contact were changed.',
  'contact.removed': 'A contact was removed from its site.',
  'contact.restored': 'A removed contact was put back.',
  'contact.validated': 'The number was looked up; `detail.result` is the verdict.',
  'contact.confirmed': 'The contact agreed; `detail.by` says whether on the page or by reply.',
  'contact.declined': 'The contact said "Not for me"; `detail.reason` says why.',
  'contact.decline_withdrawn': 'The contact took the refusal back.',
  'contact.opted_out': 'The number gets no texts of the brand any more; `detail.source` says who said so.',
  'contact.opted_in': 'The number may be texted again.',
  'contact.replied': 'The contact texted back; `detail.meaning` is what it was read as.',
  'text.sent': 'The provider took a text; `detail.kind` says which.',
  'text.delivered': 'A text arrived at the phone.',
  'text.failed': 'A text failed or was not sent; `detail.reason` says why.',
} as const;

export type EventKind = keyof typeof EVENT_KINDS;

export const ALL_EVENT_KINDS = Object.keys(EVENT_KINDS) as [EventKind, ...EventKind[]];

/** Something that happened with a contact, as the use case that did it says it. Holds no words of anybody. */
export interface ContactEvent {
  readonly kind: EventKind;
  readonly contactId: string;
  readonly at: Date;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Days that events, and what became of sending them, are kept for whoever catches up after an outage. */
export const EVENTS_KEPT_DAYS = 30;

/** Port: notes events in the transaction that makes them true; webhooks are sent after it has committed. */
export interface EventLog {
  add(event: ContactEvent): void;
  /** Gives the company's events that have none yet their place in the history, those that happened first first. */
  place(): Promise<void>;
  /** Forgets the company's events from before a moment, and what became of sending them. */
  forgetBefore(moment: Date): Promise<void>;
}
