import { lastTextFailed } from '../contact/banner.ts';
import type { ContactFacts } from '../contact/contact-facts.ts';

/** Why a contact would not be texted about an alarm now; the first that applies. */
export type Unreachable =
  'not_emergency_contact' | 'opted_out' | 'declined' | 'not_confirmed' | 'last_text_failed';

/** Null where the contact would be texted about an alarm now, else why not. */
export const whyUnreachable = (facts: ContactFacts): Unreachable | null => {
  if (!facts.emergencyContact) return 'not_emergency_contact';
  if (facts.optOut.state) return 'opted_out';
  if (facts.agreement.state === 'declined') return 'declined';
  if (facts.agreement.state !== 'confirmed') return 'not_confirmed';
  if (lastTextFailed(facts)) return 'last_text_failed';
  return null;
};

/** "2 of 4 can be texted now". */
export interface Reachability {
  /** Different numbers that would be texted about an alarm now. */
  readonly reachable: number;
  /** Contacts on the site's list. */
  readonly contacts: number;
  readonly minimum: number;
  readonly meetsMinimum: boolean;
}

/** Reachability of a site. Counts numbers, not contacts: two names on one phone are one chance to be heard. */
export const reachability = (
  site: { readonly minimumReachable: number },
  contacts: readonly { readonly phone: string; readonly facts: ContactFacts }[],
): Reachability => {
  const numbers = new Set(
    contacts.filter(({ facts }) => whyUnreachable(facts) === null).map(({ phone }) => phone),
  );
  return {
    reachable: numbers.size,
    contacts: contacts.length,
    minimum: site.minimumReachable,
    meetsMinimum: numbers.size >= site.minimumReachable,
  };
};
