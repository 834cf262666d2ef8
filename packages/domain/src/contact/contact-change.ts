import { changesBetween, type FieldChange } from '../shared/changes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { invitationsIn } from '../welcome/text-message.ts';
import type { ContactDetails, ContactInput } from './contact-details.ts';
import type { ContactFacts } from './contact-facts.ts';
import type { StoredContact } from './contact-repository.ts';
import type { Restart } from './restart.ts';

/** What a changed name means: the same person spelt better, or somebody else. */
export const NAME_CHANGES = ['spelling', 'another_person'] as const;
export type NameChange = (typeof NAME_CHANGES)[number];

/** What a dealer edits; a field that is not given keeps its value, null empties it. */
export type ContactEdit = { readonly [Field in keyof ContactInput]?: ContactInput[Field] | undefined };

export interface ContactChange {
  /** Nothing where the edit changes nothing. */
  readonly changes: readonly FieldChange[];
  /** Null: everything is kept. */
  readonly restart: Restart | null;
}

/** A name was changed on a contact that has been welcomed, and the dealer has not said what that means. */
export interface NameChangeNeeded {
  readonly code: 'name_change_needed';
  readonly from: string;
  readonly to: string;
}

const FIELDS = [
  'name',
  'phone',
  'email',
  'emailVerification',
  'title',
  'slotNumber',
  'emergencyContact',
  'language',
] as const;

/** The whole form after an edit: what was saved, with the edited fields in place. */
export const mergeContact = (
  saved: Omit<StoredContact, 'id' | 'siteId' | 'version' | 'createdAt' | 'facts'>,
  edit: ContactEdit,
): ContactInput => {
  const kept = <K extends keyof ContactInput>(field: K, value: ContactInput[K]): ContactInput[K] =>
    edit[field] === undefined ? value : edit[field];
  return {
    name: kept('name', saved.name),
    phone: kept('phone', saved.phone),
    email: kept('email', saved.email),
    emailVerification: kept('emailVerification', saved.emailVerification),
    title: kept('title', saved.title),
    slotNumber: kept('slotNumber', saved.slotNumber),
    emergencyContact: kept('emergencyContact', saved.emergencyContact),
    language: kept('language', saved.language),
  };
};

/** True if somebody at the number may have been addressed as this contact already, or has answered. */
export const isWelcomed = (facts: Pick<ContactFacts, 'agreement' | 'texts'>): boolean =>
  facts.agreement.state !== 'none' ||
  invitationsIn(facts.texts).some((text) => text.state !== 'cancelled' && text.state !== 'failed');

/**
 * Decides what an edit does (product.md, "The contact"): a changed number is a new number; a changed name on a
 * welcomed contact is a spelling or another person, and the dealer must say which; everything else keeps everything.
 *
 * @param nameChange null where the dealer has not said; asked for only where it matters
 */
export const planContactChange = (
  contact: StoredContact,
  details: ContactDetails,
  nameChange: NameChange | null,
): Result<ContactChange, NameChangeNeeded> => {
  const changes = changesBetween(contact, { ...contact, ...details, phone: details.phone.e164 }, FIELDS);
  const changed = (field: string): boolean => changes.some((change) => change.field === field);
  if (changed('phone')) return ok({ changes, restart: 'number' });
  if (!changed('name') || !isWelcomed(contact.facts)) return ok({ changes, restart: null });
  if (nameChange === null) {
    return err({ code: 'name_change_needed', from: contact.name, to: details.name });
  }
  return ok({ changes, restart: nameChange === 'another_person' ? 'person' : null });
};
