import type { ReaderLanguage } from '../words/reader-language.ts';
import type { InvitationDetails } from './invitation.ts';
import type { Member, MemberRole } from './member.ts';

export interface StoredInvitation extends InvitationDetails {
  readonly id: string;
  /** The dealer that the person is invited to; null: the company as a whole. */
  readonly dealerId: string | null;
  readonly invitedBy: string | null;
  /** In which its mail is written. */
  readonly language: ReaderLanguage;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Port to the people of one tenant: of a dealer, or of a company as a whole (then not of its dealers). */
export interface PeopleRepository {
  /** Everybody at the place, the oldest first; locked against changes by others until the transaction ends. */
  membersForChange(): Promise<readonly Member[]>;
  /** Adds a member, or leaves one that is there already as it is. */
  add(member: Member & { readonly at: Date }): Promise<void>;
  setRole(userId: string, role: MemberRole): Promise<void>;
  remove(userId: string): Promise<void>;
  /** Adds an invitation; null where one to this address is open already. */
  invite(
    invitation: InvitationDetails & {
      readonly by: string;
      readonly language: ReaderLanguage;
      readonly at: Date;
      readonly expiresAt: Date;
    },
  ): Promise<{ readonly invitationId: string } | null>;
  /** Null where there is none of this tenant. */
  loadInvitation(id: string): Promise<StoredInvitation | null>;
  /** The same token lives on until then. */
  prolongInvitation(id: string, expiresAt: Date): Promise<void>;
  revokeInvitation(id: string, at: Date): Promise<void>;
  /** False where it was accepted or revoked in the meantime. */
  acceptInvitation(id: string, userId: string, at: Date): Promise<boolean>;
}
