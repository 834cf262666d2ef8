import { err, ok, type FieldError, type Result } from '../shared/result.ts';
import { checkSlotNumber } from './slot-numbers.ts';

/** A contact and the slot number that it has, or is to get; null for none. */
export interface SlotOf {
  readonly contactId: string;
  readonly slotNumber: number | null;
}

export interface SlotChange {
  readonly contactId: string;
  readonly from: number | null;
  readonly to: number | null;
}

const wrong = (
  index: number,
  part: keyof SlotOf,
  code: string,
  message: string,
  accepted: string,
): FieldError => ({
  field: `slots.${index}.${part}`,
  code,
  message,
  accepted,
});

/**
 * Plans new slot numbers for contacts of one site, all at once, so that two can swap. Contacts that are not named
 * keep theirs. Reports every entry that is wrong.
 *
 * @returns only the contacts whose number changes
 */
export const planSlots = (
  contacts: readonly (SlotOf & { readonly name: string })[],
  wanted: readonly SlotOf[],
): Result<readonly SlotChange[], readonly FieldError[]> => {
  const errors: FieldError[] = [];
  const known = new Map(contacts.map((contact) => [contact.contactId, contact]));
  const named = new Set<string>();
  const holders = new Map<number, string>();
  const listed = new Set(wanted.map(({ contactId }) => contactId));
  for (const { contactId, slotNumber, name } of contacts) {
    if (slotNumber !== null && !listed.has(contactId)) holders.set(slotNumber, name);
  }
  for (const [index, { contactId, slotNumber }] of wanted.entries()) {
    const contact = known.get(contactId);
    if (contact === undefined) {
      const accepted = 'the id of a contact on the list of this site';
      errors.push(wrong(index, 'contactId', 'unknown_contact', 'The site has no such contact.', accepted));
      continue;
    }
    if (named.has(contactId)) {
      const accepted = 'each contact once';
      errors.push(wrong(index, 'contactId', 'named_twice', `${contact.name} is named twice.`, accepted));
      continue;
    }
    named.add(contactId);
    if (slotNumber === null) continue;
    const checked = checkSlotNumber(slotNumber);
    if (!checked.ok) {
      errors.push({ ...checked.error, field: `slots.${index}.slotNumber` });
      continue;
    }
    const holder = holders.get(slotNumber);
    if (holder === undefined) {
      holders.set(slotNumber, contact.name);
    } else {
      const message = `${holder} has the slot number ${slotNumber}.`;
      errors.push(wrong(index, 'slotNumber', 'taken', message, 'a slot number that no other contact has'));
    }
  }
  if (errors.length > 0) return err(errors);
  return ok(
    wanted.flatMap(({ contactId, slotNumber: to }) => {
      const from = known.get(contactId)?.slotNumber ?? null;
      return from === to ? [] : [{ contactId, from, to }];
    }),
  );
};
