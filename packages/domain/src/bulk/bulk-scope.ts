import { chipOf, statusOf } from '../contact/banner.ts';
import type { ContactFacts } from '../contact/contact-facts.ts';

/** Which contacts are meant: all of a dealer's, those of a site, or those that an import has added. */
export interface BulkScope {
  readonly siteId?: string | undefined;
  readonly importId?: string | undefined;
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
