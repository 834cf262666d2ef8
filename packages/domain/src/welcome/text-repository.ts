import type { Permission } from './send-welcome.ts';
import type { TextSenderIdentity } from './text-sender.ts';
import type { FailureReason, TextKind, TextState } from './text-message.ts';

/** A text to be kept; `state` is where it begins. */
export interface NewText {
  readonly id: string;
  readonly brandId: string;
  readonly brandVersion: number;
  readonly siteId: string;
  readonly contactId: string;
  readonly kind: TextKind;
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
  readonly postponed: number;
  readonly queuedAt: Date;
  readonly claimedAt: Date | null;
}

/** What is written down along with a change of state. */
export interface TextChange {
  readonly at: Date;
  readonly reason?: FailureReason | null;
  readonly providerCode?: string | null;
  readonly providerId?: string | null;
  /** With `queued`: not handed over again before this. */
  readonly dueAt?: Date;
}

/** Port to the texts of one tenant. */
export interface TextRepository {
  add(text: NewText): Promise<void>;
  load(id: string): Promise<StoredText | null>;
  /**
   * Moves a text to a state where its present state allows it (`ALLOWED_FROM`), in one statement, so that of two
   * callers one wins. False where nothing was changed.
   */
  move(id: string, to: TextState, change: TextChange): Promise<boolean>;
  /** Cancels what still waits for a contact, of any kind. */
  cancelWaitingFor(contactId: string, at: Date): Promise<void>;
  /** Cancels what still waits for the contacts of a site, of any kind. */
  cancelWaitingAt(siteId: string, at: Date): Promise<void>;
  /** Keeps the provider's id of a text where none is known yet. */
  identify(id: string, providerId: string): Promise<void>;
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
