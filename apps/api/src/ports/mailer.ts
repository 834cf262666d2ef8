/** A mail in plain text. */
export interface MailToSend {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Port: hands mails over to a mail server. */
export abstract class Mailer {
  /** @throws where the server does not take it; it may be tried again */
  abstract send(mail: MailToSend): Promise<void>;
}
