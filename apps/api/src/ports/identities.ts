import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';

/** A person who can sign in, whatever they may do then. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly hasSecondFactor: boolean;
  /** In which their mails are written; null: not known yet. */
  readonly language: ReaderLanguage | null;
}

/** Why an account could not be made. */
export type AccountRefusal = 'email_taken' | 'password_too_short' | 'password_too_long';

/** Port: the people who can sign in. They belong to no tenant; what they may do is in their memberships. */
export abstract class Identities {
  abstract byEmail(email: string): Promise<Person | null>;
  /** Those of them that there are. */
  abstract byIds(ids: readonly string[]): Promise<readonly Person[]>;
  /** Makes an account whose address is proven. */
  abstract create(person: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
    /** In which their mails are written; null: what they read when they first sign in. */
    readonly language: ReaderLanguage | null;
  }): Promise<{ readonly person: Person } | { readonly refusal: AccountRefusal }>;
  /** From now on a person's mails are written so. */
  abstract setLanguage(personId: string, language: ReaderLanguage): Promise<void>;
  /** The same, unless it is known already. */
  abstract learnLanguage(personId: string, language: ReaderLanguage): Promise<void>;
}

/** Port: invitations by their token. */
export abstract class Invitations {
  /** The token that the mail carries. */
  abstract tokenOf(invitationId: string): string;
  abstract byToken(token: string): Promise<InvitationHolder | null>;
}

/** Somebody who holds the token of an invitation. */
export interface InvitationHolder {
  readonly invitationId: string;
  readonly tenant: { readonly companyId: string; readonly dealerId: string | null };
  readonly state: 'open' | 'accepted' | 'revoked' | 'expired';
}
