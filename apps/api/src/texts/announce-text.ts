import type { StoredText } from '@keyholder/domain/welcome/text-repository';
import type { AnnouncedChange } from '../ports/live-changes.ts';
import type { Store } from '../ports/unit-of-work.ts';

/** Tells everybody who watches that a contact's text has changed. */
export const announceText = (
  store: Store,
  { siteId, contactId }: Pick<StoredText, 'siteId' | 'contactId'>,
  more: Pick<AnnouncedChange, 'overviewStays'> = {},
): void => {
  const { dealerId } = store.tenant;
  if (dealerId !== null) store.announce({ dealerId, siteId, contactId, ...more });
};
