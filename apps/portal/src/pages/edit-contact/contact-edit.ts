import type { Contact, ContactChange } from '../../api/contacts.ts';
import { changedFields } from '../../forms/merge-edits.ts';
import { toNewContact, type ContactDraft } from '../create-contact/contact-draft.ts';

/** What is on file about a contact, as one would type it. */
export const draftOf = (contact: Contact): ContactDraft => ({
  name: contact.name,
  phone: contact.phoneDisplay,
  email: contact.email ?? '',
  emailVerification: contact.emailVerification,
  title: contact.title ?? '',
  slotNumber: contact.slotNumber === null ? '' : String(contact.slotNumber),
  emergencyContact: contact.emergencyContact,
  language: contact.language ?? '',
});

/** The change that makes one draft of the other: only fields that differ. */
export const changeOf = (before: ContactDraft, now: ContactDraft): ContactChange =>
  changedFields(toNewContact(before), toNewContact(now));
