import type { WrittenMail } from '@keyholder/domain/words/mail-kinds';

/** A mail in plain text. */
export interface MailToSend {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail in plain text from what is written in it. */
export const mailTo = (to: string, { subject, paragraphs }: WrittenMail): MailToSend => ({
  to,
  subject,
  text: `${paragraphs.join('\n\n')}\n`,
});

/** Port: hands mails over to a mail server. */
export abstract class Mailer {
  /** @throws where the server does not take it; it may be tried again */
  abstract send(mail: MailToSend): Promise<void>;
}
