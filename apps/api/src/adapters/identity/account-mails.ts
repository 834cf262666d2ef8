import type { MailToSend } from '../../ports/mailer.ts';

/*
 * The mails about an account. Their links open a page of the portal, which asks before it does anything: programs that
 * look into mails open links too. The token stands behind #, so that it reaches no server's log.
 */

const portal = (origin: string, page: string, token: string): string =>
  `${origin}/portal/${page}#${encodeURIComponent(token)}`;

const written = (...paragraphs: string[]): string => `${paragraphs.join('\n\n')}\n`;

export const passwordMail = (to: string, origin: string, token: string): MailToSend => ({
  to,
  subject: 'Choose a new Keyholder password',
  text: written(
    'Somebody, probably you, asked for a new password for this address at Keyholder.',
    `Choose it here, within an hour:\n${portal(origin, 'new-password', token)}`,
    'If it was not you, leave this mail alone: your password stays as it is.',
  ),
});

export const newAddressMail = (to: string, origin: string, token: string): MailToSend => ({
  to,
  subject: 'Confirm your new e-mail address for Keyholder',
  text: written(
    'You asked Keyholder to use this address from now on.',
    `Confirm it here, within an hour:\n${portal(origin, 'confirm-email', token)}`,
    'If it was not you, leave this mail alone.',
  ),
});

export const addressChangeMail = (
  to: string,
  newEmail: string,
  origin: string,
  token: string,
): MailToSend => ({
  to,
  subject: 'Is this your new e-mail address for Keyholder?',
  text: written(
    `Somebody who is signed in as you wants Keyholder to use ${newEmail} instead of this address.`,
    `If it was you, say so here, within an hour; then the new address gets a mail too:\n${portal(origin, 'confirm-email', token)}`,
    'If it was not you, leave this mail alone, sign in, and choose a new password: that ends every other session.',
  ),
});

/** What somebody is told of, in case it was not them. */
const NOTICES: Readonly<Record<string, string>> = {
  'account.password_changed': 'Your password was changed.',
  'account.password_reset': 'Your password was changed, by the link of a mail.',
  'account.second_factor_begun': 'A second factor is being set up for your account.',
  'account.second_factor_removed': 'The second factor was taken off your account.',
  'account.backup_codes_renewed': 'Your account has new backup codes.',
  'account.backup_code_used': 'One of your backup codes was used to sign in.',
};

/** Tells somebody what has happened to their account; null where that is nothing to be told of. */
export const accountNotice = (to: string, action: string): MailToSend | null => {
  const what = NOTICES[action];
  if (what === undefined) return null;
  return {
    to,
    subject: 'Your Keyholder account has changed',
    text: written(
      what,
      'If it was not you, ask for a new password on the sign-in page at once: that ends every session.',
    ),
  };
};
