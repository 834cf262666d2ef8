import type { BulkScope } from '../bulk/bulk-scope.ts';
import type { Locale } from '../branding/locale.ts';
import type { LineCheck } from '../phone/line-type.ts';
import type { Agreement } from './agreement.ts';
import type { ContactDetails } from './contact-details.ts';
import type { SlotChange } from '../site/slot-plan.ts';
import type { Bounce, ContactFacts } from './contact-facts.ts';
import type { Restart } from './restart.ts';

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

/** Who a text goes to, as it is now. */
export interface Addressee {
  /** E.164. */
  readonly phone: string;
  /** The contact has confirmed or declined. */
  readonly answered: boolean;
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
  /** The least that is asked before a text goes; null where the contact is on no list. */
  addressee(id: string): Promise<Addressee | null>;
  /** Contacts to whose present number no text went that invites to the page. */
  withoutText(scope: BulkScope): Promise<readonly StoredContact[]>;
  /** Contacts whose number nobody has had checked. */
  withoutCheck(scope: BulkScope): Promise<readonly string[]>;
  /** Who is on a site's list, with their slot numbers. Held for this unit of work, so that nobody else moves them. */
  listSlots(siteId: string): Promise<
    readonly {
      readonly contactId: string;
      readonly name: string;
      readonly slotNumber: number | null;
      readonly version: number;
    }[]
  >;
  /**
   * Saves an edit of the version that was read, and starts again what it says; the version grows by one.
   * `stale` where somebody else has edited since.
   */
  change(
    id: string,
    edit: {
      readonly version: number;
      readonly details: ContactDetails;
      readonly restart: Restart | null;
      readonly at: Date;
    },
  ): Promise<Taken | 'stale' | null>;
  /** Gives slot numbers all at once, so that two contacts can swap; the version of each grows by one. */
  moveSlots(siteId: string, moves: readonly SlotChange[]): Promise<Taken | null>;
  /** Takes a contact off the list; `stale` where somebody else has edited since. */
  remove(id: string, version: number, at: Date): Promise<'stale' | null>;
  /**
   * Puts a removed contact back; `not_removed` also where its site is archived. `evidence_deleted`: what proves its
   * consent is gone, so that nobody may rely on it.
   */
  restore(
    id: string,
  ): Promise<
    | { readonly siteId: string; readonly version: number }
    | Taken
    | 'unknown'
    | 'not_removed'
    | 'evidence_deleted'
  >;
  /**
   * Sets the agreement where its present state allows it; false where it does not. A refusal is also kept with the
   * number: `wrong_person` holds for all of the dealer's sites, `not_wanted` for this one, also when the contact is
   * removed or changed and the number comes back. Taking it back takes it back there too.
   */
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
  /**
   * Takes a check whose number is to be looked up again: of several that ask one gets the number. Not to be taken again
   * before `until`, by when whoever has it has saved what was found.
   */
  claim(id: string, at: Date, until: Date): Promise<string | null>;
  /** Keeps a check that was made, and when the number is looked up again before it grows old. */
  save(phone: string, check: LineCheck): Promise<void>;
  /** The number is looked up again at this time, whatever was found out before; nothing where it was never. */
  recheckAt(phone: string, at: Date): Promise<void>;
  /** Forgets a check whose number nobody has any more. */
  forget(phone: string): Promise<void>;
  /** Contacts with this number, whose chip a new check changes. */
  contactsWith(phone: string): Promise<readonly { readonly siteId: string; readonly contactId: string }[]>;
}
