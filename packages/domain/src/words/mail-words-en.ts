import type { MemberRole } from '../account/member.ts';
import type { MailedChange, MailedInvitation, WrittenMail } from './mail-kinds.ts';

/** The words of the mails that people at a dealer, a company or support get, in English. */
export const en = {
  invitation: ({ place, by, role, link, until }: MailedInvitation): WrittenMail => {
    const as: Readonly<Record<MemberRole, string>> = {
      company_admin: 'an admin of the company',
      dealer_admin: 'an admin',
      dealer_user: 'a user',
    };
    return {
      subject: `You are invited to ${place} on Keyholder`,
      paragraphs: [
        `${by ?? 'Somebody'} invites you to work for ${place} on Keyholder, as ${as[role]}.`,
        `Accept the invitation here:\n${link}`,
        `It can be accepted until ${until}. If you do not know what this is about, leave this mail alone.`,
      ],
    };
  },
  newPassword: (link: string): WrittenMail => ({
    subject: 'Choose a new Keyholder password',
    paragraphs: [
      'Somebody, probably you, asked for a new password for this address at Keyholder.',
      `Choose it here, within an hour:\n${link}`,
      'If it was not you, leave this mail alone: your password stays as it is.',
    ],
  }),
  newAddress: (link: string): WrittenMail => ({
    subject: 'Confirm your new e-mail address for Keyholder',
    paragraphs: [
      'You asked Keyholder to use this address from now on.',
      `Confirm it here, within an hour:\n${link}`,
      'If it was not you, leave this mail alone.',
    ],
  }),
  addressChange: (newEmail: string, link: string): WrittenMail => ({
    subject: 'Is this your new e-mail address for Keyholder?',
    paragraphs: [
      `Somebody who is signed in as you wants Keyholder to use ${newEmail} instead of this address.`,
      `If it was you, say so here, within an hour; then the new address gets a mail too:\n${link}`,
      'If it was not you, leave this mail alone, sign in, and choose a new password: that ends every other session.',
    ],
  }),
  accountChanged: (change: MailedChange): WrittenMail => {
    const what: Readonly<Record<MailedChange, string>> = {
      'account.password_changed': 'Your password was changed.',
      'account.password_reset': 'Your password was changed, by the link of a mail.',
      'account.second_factor_begun': 'A second factor is being set up for your account.',
      'account.second_factor_removed': 'The second factor was taken off your account.',
      'account.backup_codes_renewed': 'Your account has new backup codes.',
      'account.backup_code_used': 'One of your backup codes was used to sign in.',
    };
    return {
      subject: 'Your Keyholder account has changed',
      paragraphs: [
        what[change],
        'If it was not you, ask for a new password on the sign-in page at once: that ends every session.',
      ],
    };
  },
  caseAnswered: (link: string): WrittenMail => ({
    subject: 'Keyholder support has answered',
    paragraphs: ['Support has answered your question about a contact.', `Read it here:\n${link}`],
  }),
  webhookDisabled: ({
    name,
    url,
    link,
  }: {
    readonly name: string;
    readonly url: string;
    readonly link: string;
  }): WrittenMail => ({
    subject: 'A webhook was switched off',
    paragraphs: [
      `The webhook "${name}" has taken nothing for three days and was switched off:\n${url}`,
      `Nothing is lost: once it works, switch it on and replay what was given up, or read the event history.\n${link}`,
    ],
  }),
};
