import { chipOf, statusOf } from '../contact/banner.ts';
import type { ContactFacts } from '../contact/contact-facts.ts';
import type { NextAction } from '../site/next-action.ts';

/** Which contacts are meant: all of a dealer's, or those that everything given here holds for. */
export interface BulkScope {
  /** They are on the list of this site. */
  readonly siteId?: string | undefined;
  /** This import has added them. */
  readonly importId?: string | undefined;
  /** They are on the list of a site whose next step is this one. */
  readonly nextAction?: NextAction | undefined;
}

/**
 * Whether sending to everybody who has had no text is meant for this contact: texted never, and no verdict that texts
 * do not arrive there. A number that needs insisting is left to a person.
 */
export const isForBulkSend = (facts: ContactFacts, now: Date): boolean => {
  const { kind } = chipOf(facts);
  return (
    statusOf(facts, now).kind === 'not_sent' && kind !== 'not_a_cell_phone' && kind !== 'not_a_phone_number'
  );
};
