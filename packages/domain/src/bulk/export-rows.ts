import { statusOf } from '../contact/banner.ts';
import type { StoredContact } from '../contact/contact-repository.ts';
import { whyUnreachable } from '../site/reachability.ts';

/** The columns of an export; a file with them can be imported again. */
export const EXPORT_COLUMNS = [
  'Account number',
  'Site name',
  'Slot number',
  'Contact name',
  'Title',
  'Cell phone',
  'Email',
  'Emergency contact',
  'Language',
  'Texted about alarms',
  'Status',
  'State',
] as const;

/** A contact with its site; `removed` where it has left the list, or the site was archived. */
export interface ExportedContact {
  readonly site: { readonly name: string; readonly accountNumber: string };
  readonly contact: Pick<
    StoredContact,
    'name' | 'title' | 'phone' | 'email' | 'slotNumber' | 'emergencyContact' | 'language'
  >;
  /** Null for who was removed: nothing is known of them any more. */
  readonly facts: StoredContact['facts'] | null;
}

/** What a spreadsheet would take for a formula is made text. Phones begin with + and are left: they are digits. */
const asText = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** One line of an export, in the order of {@link EXPORT_COLUMNS}. */
export const exportRow = ({ site, contact, facts }: ExportedContact, now: Date): readonly string[] => [
  asText(site.accountNumber),
  asText(site.name),
  contact.slotNumber === null ? '' : String(contact.slotNumber),
  asText(contact.name),
  asText(contact.title ?? ''),
  contact.phone,
  asText(contact.email ?? ''),
  yesNo(contact.emergencyContact),
  contact.language ?? '',
  yesNo(facts !== null && whyUnreachable(facts) === null),
  facts === null ? '' : statusOf(facts, now).kind,
  facts === null ? 'removed' : 'listed',
];
