import { checkEmail } from '../contact/contact-details.ts';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';
import type { Tenant } from '../shared/tenant.ts';
import { rolesAt, type MemberRole } from './member.ts';

/** How long an invitation can be accepted, in days. */
export const INVITATION_LIFE_DAYS = 7;

export interface InvitationDetails {
  /** Lower case: people sign in with it, however they write it. */
  readonly email: string;
  readonly role: MemberRole;
}

/** Judges whom somebody wants to invite to a place, and as what. */
export const checkInvitation = (
  input: { readonly email: string; readonly role: string },
  place: Tenant,
): Result<InvitationDetails, readonly FieldError[]> => {
  const email = checkEmail(input.email);
  const roles = rolesAt(place);
  const role = roles.find((one) => one === input.role);
  const errors: FieldError[] = email.ok ? [] : [email.error];
  if (role === undefined) {
    errors.push({
      field: 'role',
      code: 'unknown',
      message: 'There is no such role here.',
      accepted: roles.join(' or '),
    });
  }
  if (!email.ok || role === undefined) return err(errors);
  return ok({ email: email.value.toLowerCase(), role });
};

/** What became of an invitation. */
export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired';

export const invitationState = (
  invitation: {
    readonly expiresAt: Date;
    readonly acceptedAt: Date | null;
    readonly revokedAt: Date | null;
  },
  now: Date,
): InvitationState => {
  if (invitation.acceptedAt !== null) return 'accepted';
  if (invitation.revokedAt !== null) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'open';
};
