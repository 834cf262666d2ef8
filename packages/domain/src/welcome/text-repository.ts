import type { Lane } from './lanes.ts';
import type { Permission } from './send-welcome.ts';
import type { TextSenderIdentity } from './text-sender.ts';
import type { FailureReason, HoldReason, TextKind, TextState } from './text-message.ts';

/** A text to be kept; `state` is where it begins. */
export interface NewText {
  readonly id: string;
  readonly brandId: string;
  readonly brandVersion: number;
  readonly siteId: string;
  readonly contactId: string;
  readonly kind: TextKind;
  readonly lane: Lane;
  readonly phone: string;
  readonly language: string;
  /** With {@link LINK_PLACEHOLDER} in place of the link. */
  readonly body: string;
  readonly linkId: string | null;
  readonly sender: TextSenderIdentity;
  readonly encoding: string;
  readonly segments: number;
  readonly permission: Permission | null;
  readonly insisted: boolean;
  readonly requestedBy: string | null;
  readonly state: Extract<TextState, 'queued' | 'failed'>;
  readonly reason: FailureReason | null;
  readonly at: Date;
}

export interface StoredText extends Omit<NewText, 'state' | 'at'> {
  readonly state: TextState;
  readonly providerId: string | null;
  /** Hand-overs that the provider did not process. */
  readonly postponed: number;
  readonly queuedAt: Date;
  readonly hold: { readonly reason: HoldReason; readonly until: Date | null } | null;
  /** When the text was first wanted: earlier than it was queued where it is a retry of our own. */
  readonly wantedAt: Date;
  /** 1 for a text that somebody asked for, one more with each retry of our own. */
  readonly tryNumber: number;
  readonly claimedAt: Date | null;
}

/** A text that waits, as far as it takes to wake whoever hands it over, and to tell who watches. */
export interface WaitingText {
  readonly id: string;
  readonly dealerId: string;
  readonly siteId: string;
  readonly contactId: string;
  readonly lane: Lane;
}

/** What is written down along with a change of state. */
export interface TextChange {
  readonly at: Date;
  /**
   * Only from this state, where it is given. Whoever has read that a text is held must not put one back into the queue
   * that somebody else has handed over since.
   */
  readonly from?: TextState;
  readonly reason?: FailureReason | null;
  readonly providerCode?: string | null;
  /** With `queued`: not handed over again before this. */
  readonly dueAt?: Date;
  /** With `held`: why, and until when where that is known. */
  readonly hold?: { readonly reason: HoldReason; readonly until: Date | null };
}

/** Port to the texts of one tenant. */
export interface TextRepository {
  add(text: NewText): Promise<void>;
  load(id: string): Promise<StoredText | null>;
  /**
   * Moves a text to a state where its present state allows it (`ALLOWED_FROM`), in one statement, so that of two
   * callers one wins.
   * @returns the state it came from; null where nothing was changed
   */
  move(id: string, to: TextState, change: TextChange): Promise<TextState | null>;
  /**
   * Adds a text again that provably was not sent, as a new text with the same words and link. Null where that is no
   * longer wanted: another of its kind waits, or came through since.
   */
  retry(
    id: string,
    retry: {
      readonly at: Date;
      readonly dueAt: Date;
      /** Kept back until the brand's queue runs again. */
      readonly stopped: boolean;
    },
  ): Promise<WaitingText | null>;
  /** Notes that it was decided whether a reminder follows this text; false where that was done before. */
  reminderDecided(id: string, at: Date): Promise<boolean>;
  /** Cancels a retry of this text that still waits: the text came through after all. */
  cancelRetryOf(id: string, at: Date): Promise<void>;
  /** How many texts of a lane wait for this dealer; stops counting at `most`. */
  waitingInLane(lane: Lane, most: number): Promise<number>;
  /** Puts held texts of a brand back into the queue, the oldest first, those that were tried least before others. */
  release(
    brandId: string,
    release: { readonly reason: HoldReason; readonly at: Date; readonly most: number },
  ): Promise<readonly WaitingText[]>;
  /** Cancels what still waits for a contact, of any kind. */
  cancelWaitingFor(contactId: string, at: Date): Promise<void>;
  /** Cancels what still waits for the contacts of a site, of any kind. */
  cancelWaitingAt(siteId: string, at: Date): Promise<void>;
  /** Keeps the provider's id of a text where none is known yet, nor the id of another text's; false where it is. */
  identify(id: string, providerId: string): Promise<boolean>;
  /** Which of these are ids of texts that we know. */
  knownAtProvider(providerIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Notes that the provider was asked. */
  polled(id: string, at: Date): Promise<void>;
  /** Contacts whose text to a number was the last one of a brand, newest first. */
  lastContactTexted(
    brandId: string,
    phone: string,
  ): Promise<{ readonly contactId: string; readonly siteId: string; readonly dealerId: string } | null>;
}

/** Port to the links of one tenant. */
export interface LinkRepository {
  /** Makes the contact's next link; the token itself is derived when the text is handed over. */
  add(link: {
    readonly contactId: string;
    readonly phone: string;
    readonly at: Date;
    readonly expiresAt: Date;
  }): Promise<{ readonly linkId: string }>;
  /** The token of a link. */
  tokenOf(linkId: string): Promise<string>;
  /** Ends one link. Revoked links look like links that never were, and stay so. */
  revoke(linkId: string, at: Date): Promise<void>;
  /** Ends every link of a contact. */
  revokeAllOf(contactId: string, at: Date): Promise<void>;
  /** Ends every link of a site's contacts. */
  revokeAllAt(siteId: string, at: Date): Promise<void>;
}
