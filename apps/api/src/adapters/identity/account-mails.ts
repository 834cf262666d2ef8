import { MAILED_CHANGES } from '@keyholder/domain/words/mail-kinds';
import { MAIL_WORDS } from '@keyholder/domain/words/mails';
import { storedReaderLanguage } from '@keyholder/domain/words/reader-language';
import { mailTo, type MailToSend } from '../../ports/mailer.ts';

/*
 * The mails about an account. Their links open a page of the portal, which asks before it does anything: programs that
 * look into mails open links too. The token stands behind #, so that it reaches no server's log.
 */

const portal = (origin: string, page: string, token: string): string =>
  `${origin}/portal/${page}#${encodeURIComponent(token)}`;

/** Whom a mail goes to. */
interface Reader {
  readonly email: string;
  /** As it is kept with the account; without one the mail is written in English. */
  readonly language?: string | null | undefined;
}

const wordsFor = ({ language }: Reader) => MAIL_WORDS[storedReaderLanguage(language) ?? 'en'];

export const passwordMail = (reader: Reader, origin: string, token: string): MailToSend =>
  mailTo(reader.email, wordsFor(reader).newPassword(portal(origin, 'new-password', token)));

export const newAddressMail = (reader: Reader, origin: string, token: string): MailToSend =>
  mailTo(reader.email, wordsFor(reader).newAddress(portal(origin, 'confirm-email', token)));

export const addressChangeMail = (
  reader: Reader,
  newEmail: string,
  origin: string,
  token: string,
): MailToSend =>
  mailTo(reader.email, wordsFor(reader).addressChange(newEmail, portal(origin, 'confirm-email', token)));

/** Tells somebody what has happened to their account; null where that is nothing to be told of. */
export const accountNotice = (reader: Reader, action: string): MailToSend | null => {
  const change = MAILED_CHANGES.find((one) => one === action);
  return change === undefined ? null : mailTo(reader.email, wordsFor(reader).accountChanged(change));
};
