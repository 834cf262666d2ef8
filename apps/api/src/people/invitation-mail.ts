import type { StoredInvitation } from '@keyholder/domain/account/account-repository';
import { MAIL_WORDS } from '@keyholder/domain/words/mails';
import { mailTo, type MailToSend } from '../ports/mailer.ts';

/** The mail that invites somebody. Its link opens a page that asks first; the token stands behind #. */
export const invitationMail = (
  { email, role, invitedBy, expiresAt, language }: StoredInvitation,
  place: string,
  origin: string,
  token: string,
): MailToSend =>
  mailTo(
    email,
    MAIL_WORDS[language].invitation({
      place,
      by: invitedBy,
      role,
      link: `${origin}/portal/invitation#${token}`,
      until: expiresAt.toISOString().slice(0, 10),
    }),
  );
