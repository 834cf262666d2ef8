import type { Locale } from '../branding/locale.ts';
import type { LineCheck } from '../phone/line-type.ts';
import type { Agreement } from './agreement.ts';
import type { ContactDetails } from './contact-details.ts';
import type { Bounce, ContactFacts } from './contact-facts.ts';

/** A contact as it was saved, with all facts about its present number. */
export interface StoredContact {
  readonly id: string;
  readonly siteId: string;
  readonly name: string;
  /** E.164. */
  readonly phone: string;
  readonly email: string | null;
  readonly emailVerification: boolean;
  readonly title: string | null;
  readonly slotNumber: number | null;
  readonly emergencyContact: boolean;
  readonly language: Locale | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly facts: ContactFacts;
}

/** The contact that has the phone or the slot number already. */
export interface Taken {
  readonly code: 'phone_taken' | 'slot_taken';
  readonly contactId: string;
  readonly name: string;
}

/** Port to the contacts of one tenant. Removed contacts are not found. */
export interface ContactRepository {
  /** Adds a contact; the phone and the slot number are unique within the site. Null when added. */
  add(contact: {
    readonly id: string;
    readonly siteId: string;
    readonly details: ContactDetails;
    readonly at: Date;
  }): Promise<Taken | null>;
  load(id: string): Promise<StoredContact | null>;
  /** Sets the agreement where its present state allows it; false where it does not. */
  setAgreement(id: string, agreement: Agreement): Promise<boolean>;
  /** The page was shown; only the first time counts. False where it had been shown before. */
  recordPageOpened(id: string, at: Date): Promise<boolean>;
  /** More of the video was played; never goes back. False where no more than before. */
  recordWatched(id: string, percent: number): Promise<boolean>;
  /** A text was delivered to the number, or the page confirmed from it. */
  recordProof(id: string, phone: string, at: Date): Promise<void>;
  /** A text showed the number to be no cell phone. */
  recordBounce(id: string, phone: string, bounce: Bounce): Promise<void>;
}

/** Port to the line checks of one dealer, by number. */
export interface LineCheckRepository {
  find(phone: string): Promise<LineCheck | null>;
  save(phone: string, check: LineCheck): Promise<void>;
  /** Contacts with this number, whose chip a new check changes. */
  contactsWith(phone: string): Promise<readonly { readonly siteId: string; readonly contactId: string }[]>;
}
