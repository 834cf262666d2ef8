import type { Tenant } from '../shared/tenant.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** What a person may be at a dealer, and at a company as a whole. */
export const DEALER_ROLES = ['dealer_admin', 'dealer_user'] as const;
export const COMPANY_ROLES = ['company_admin'] as const;
export type MemberRole = (typeof DEALER_ROLES)[number] | (typeof COMPANY_ROLES)[number];

/** The roles that there are at a place. */
export const rolesAt = (place: Tenant): readonly MemberRole[] =>
  place.dealerId === null ? COMPANY_ROLES : DEALER_ROLES;

/** Whether a role manages the people of its place. */
const isAdmin = (role: MemberRole): boolean => role !== 'dealer_user';

export interface Member {
  readonly userId: string;
  readonly role: MemberRole;
}

/** Why a person's role at a place cannot change so. */
export type MemberRefusal =
  | { readonly code: 'no_member' }
  /** A place without an admin could not be managed by anybody. */
  | { readonly code: 'last_admin' };

/**
 * Gives a member another role, or takes the role away.
 * @param members everybody at the place
 * @param role null: no longer a member
 */
export const changeRole = (
  members: readonly Member[],
  userId: string,
  role: MemberRole | null,
): Result<{ readonly changed: boolean }, MemberRefusal> => {
  const member = members.find((one) => one.userId === userId);
  if (member === undefined) return err({ code: 'no_member' });
  const staysAdmin = role !== null && isAdmin(role);
  const others = members.some((one) => one.userId !== userId && isAdmin(one.role));
  if (isAdmin(member.role) && !staysAdmin && !others) return err({ code: 'last_admin' });
  return ok({ changed: member.role !== role });
};
