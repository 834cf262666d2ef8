import type { ContactFacts } from '../contact/contact-facts.ts';
import { whyUnreachable, type Unreachable } from './reachability.ts';

export const UNREACHABLE_REASONS = [
  'not_emergency_contact',
  'opted_out',
  'declined',
  'not_confirmed',
  'last_text_failed',
] as const satisfies readonly Unreachable[];

/** Why somebody would not be texted about an alarm, as a dealer or operator reads it. */
export const UNREACHABLE_WORDS: Readonly<Record<Unreachable, string>> = {
  not_emergency_contact: 'Not an emergency contact: not texted about alarms.',
  opted_out: 'Opted out of texts. They come back by texting START.',
  declined: 'Declined these texts.',
  not_confirmed: 'Has not confirmed yet.',
  last_text_failed: 'Confirmed, but the last text to them failed.',
};

/** What decides whether a contact is told about an alarm, and how. */
export interface Candidate {
  readonly slotNumber: number | null;
  readonly email: string | null;
  readonly emailVerification: boolean;
  readonly createdAt: Date;
  readonly facts: ContactFacts;
}

export interface Recipients<T> {
  /** `email`: also written to there, never instead of the text; null: text only. */
  readonly recipients: readonly { readonly contact: T; readonly email: string | null }[];
  readonly others: readonly { readonly contact: T; readonly reason: Unreachable }[];
}

/** As the monitoring centre calls them: by slot number, those without one last, in the order in which they were added. */
const bySlot = (one: Candidate, other: Candidate): number =>
  (one.slotNumber ?? Infinity) === (other.slotNumber ?? Infinity)
    ? one.createdAt.getTime() - other.createdAt.getTime()
    : (one.slotNumber ?? Infinity) - (other.slotNumber ?? Infinity);

/** Who of a site would be told about an alarm now, and who would not, and why. */
export const recipientsOf = <T extends Candidate>(contacts: readonly T[]): Recipients<T> => {
  const inOrder = contacts
    .toSorted(bySlot)
    .map((contact) => ({ contact, reason: whyUnreachable(contact.facts) }));
  return {
    recipients: inOrder.flatMap(({ contact, reason }) =>
      reason === null ? [{ contact, email: contact.emailVerification ? contact.email : null }] : [],
    ),
    others: inOrder.flatMap(({ contact, reason }) => (reason === null ? [] : [{ contact, reason }])),
  };
};
