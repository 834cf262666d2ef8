import type { Contact } from '../api/contacts.ts';

type Shown = Pick<Contact, 'id' | 'name'> & { readonly status: Pick<Contact['status'], 'text'> };

/** The contacts whose status reads otherwise than before; new ones are no change. */
export const statusChanges = <T extends Shown>(before: readonly Shown[], now: readonly T[]): readonly T[] => {
  const known = new Map(before.map((contact) => [contact.id, contact.status.text]));
  return now.filter(({ id, status }) => known.has(id) && known.get(id) !== status.text);
};
