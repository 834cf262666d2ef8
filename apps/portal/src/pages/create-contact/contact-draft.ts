import { checkContact, type ContactInput } from '@keyholder/domain/contact/contact-details';
import type { CountryCode } from '@keyholder/domain/phone/country';
import type { FieldError } from '@keyholder/domain/shared/result';
import type { Contact, NewContact } from '../../api/contacts.ts';
import { blankToNull } from '../../forms/blank-to-null.ts';

/** A contact's fields as they are typed. */
export interface ContactDraft {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly emailVerification: boolean;
  readonly title: string;
  readonly slotNumber: string;
  readonly emergencyContact: boolean;
  /** '' for the site's. */
  readonly language: string;
}

export const EMPTY_CONTACT: ContactDraft = {
  name: '',
  phone: '',
  email: '',
  emailVerification: false,
  title: '',
  slotNumber: '',
  emergencyContact: true,
  language: '',
};

/** Somebody from another site's list, as they would be typed here: all but the slot number, which is the site's. */
export const copiedFrom = (contact: Contact): Partial<ContactDraft> => ({
  name: contact.name,
  phone: contact.phone,
  email: contact.email ?? '',
  emailVerification: contact.emailVerification,
  title: contact.title ?? '',
  emergencyContact: contact.emergencyContact,
  language: contact.language ?? '',
});

/** What is typed, as the API takes it. A slot that is no number becomes NaN, which every rule refuses. */
export const toNewContact = (draft: ContactDraft): NewContact & ContactInput => ({
  name: draft.name,
  phone: draft.phone,
  email: blankToNull(draft.email),
  // The switch stands still without an email; what it was set to before is of no account then.
  emailVerification: draft.emailVerification && blankToNull(draft.email) !== null,
  title: blankToNull(draft.title),
  slotNumber: draft.slotNumber.trim() === '' ? null : Number(draft.slotNumber),
  emergencyContact: draft.emergencyContact,
  language: blankToNull(draft.language),
});

/** A slot number that somebody on the list has. */
const slotTaken = (holder: string): FieldError => ({
  field: 'slotNumber',
  code: 'taken',
  message: `${holder} has this slot number.`,
  accepted: 'a free slot number, or none',
});

/**
 * The rules' objections to what is typed, for a site in `country`.
 * @param holders who has each slot number of the site already
 */
export const checkContactDraft = (
  draft: ContactDraft,
  country: CountryCode,
  holders: ReadonlyMap<number, string>,
): readonly FieldError[] => {
  const contact = toNewContact(draft);
  const checked = checkContact(contact, { country });
  const holder = holders.get(contact.slotNumber ?? Number.NaN);
  return [...(checked.ok ? [] : checked.error), ...(holder === undefined ? [] : [slotTaken(holder)])];
};
