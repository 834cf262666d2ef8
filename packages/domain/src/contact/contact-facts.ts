import type { LineCheck } from '../phone/line-type.ts';
import type { TextRecord } from '../welcome/text-message.ts';
import type { Agreement } from './agreement.ts';
import type { OptOut } from './opt-out.ts';

/**
 * A text that showed the number to be no cell phone, or that it does not exist. It weighs more than any look-up,
 * and less than any proof after it.
 */
export interface Bounce {
  readonly at: Date;
  readonly kind: 'landline' | 'invalid_number';
}

/**
 * The separate facts about a contact from which everything shown is computed.
 * All of them belong to the contact's present number: a changed number starts them again.
 */
export interface ContactFacts {
  readonly emergencyContact: boolean;
  readonly lineCheck: LineCheck;
  /** When a text was delivered to the number or the page was confirmed from it; null if never. */
  readonly numberProvenAt: Date | null;
  readonly bounce: Bounce | null;
  /** Texts to the contact, oldest first. Those that invite to the page decide the status; the last of any kind tells whether texts arrive. */
  readonly texts: readonly TextRecord[];
  /** When the last living link to the page ends; null where no link was made. */
  readonly linksEndAt: Date | null;
  readonly pageOpenedAt: Date | null;
  /** How much of the video was really played, 0–100. */
  readonly watchedPercent: number;
  readonly agreement: Agreement;
  readonly optOut: OptOut;
  /** Replies that nobody at the dealer has read yet. */
  readonly unreadReplies: number;
}
