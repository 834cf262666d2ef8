import type { StoredInvitation } from '@keyholder/domain/account/account-repository';
import type { MailToSend } from '../ports/mailer.ts';

const AS = {
  company_admin: 'an admin of the company',
  dealer_admin: 'an admin',
  dealer_user: 'a user',
} as const;

/** The mail that invites somebody. Its link opens a page that asks first; the token stands behind #. */
export const invitationMail = (
  { email, role, invitedBy, expiresAt }: StoredInvitation,
  place: string,
  origin: string,
  token: string,
): MailToSend => ({
  to: email,
  subject: `You are invited to ${place} on Keyholder`,
  text: [
    `${invitedBy ?? 'Somebody'} invites you to work for ${place} on Keyholder, as ${AS[role]}.`,
    `Accept the invitation here:\n${origin}/portal/invitation#${token}`,
    `It can be accepted until ${expiresAt.toISOString().slice(0, 10)}. If you do not know what this is about, leave this mail alone.`,
    '',
  ].join('\n\n'),
});
