import { createTransport, type Transporter } from 'nodemailer';
import { Mailer, type MailToSend } from '../../ports/mailer.ts';

const TIMEOUT_MS = 15_000;

/** Hands mails to an SMTP server. */
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter | null;
  private readonly sending = new Set<Promise<unknown>>();

  /** @param url of the server, with the credentials; null: none is set, and every mail fails */
  constructor(
    url: string | null,
    private readonly from: string,
  ) {
    super();
    this.transport =
      url === null
        ? null
        : createTransport(
            { url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
            // Neither files nor addresses are ever read to make a mail.
            { disableFileAccess: true, disableUrlAccess: true },
          );
  }

  async send({ to, subject, text }: MailToSend): Promise<void> {
    if (this.transport === null) throw new Error('SMTP_URL is not set: no mail can be sent.');
    const sending = this.transport.sendMail({
      from: this.from,
      to: { name: '', address: to },
      subject,
      text,
    });
    this.sending.add(sending);
    try {
      await sending;
    } finally {
      this.sending.delete(sending);
    }
  }

  /** Waits for what is being handed over. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.sending);
  }

  close(): void {
    this.transport?.close();
  }
}
