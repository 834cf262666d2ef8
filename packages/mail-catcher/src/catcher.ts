import { once } from 'node:events';
import { callbackify } from 'node:util';
import Fastify from 'fastify';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Mailbox } from './mailbox.ts';
import { mailPage } from './mail-page.ts';

export interface MailCatcherOptions {
  /** Takes mails; 0 takes a free one. */
  readonly smtpPort?: number;
  /** Shows them; 0 takes a free one. */
  readonly port?: number;
}

export interface MailCatcher {
  /** For `SMTP_URL`. */
  readonly smtpUrl: string;
  /** Of the page. */
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const MOST = 200;
const SIZE_LIMIT_BYTES = 1024 * 1024;

const portOf = (address: unknown): number =>
  typeof address === 'object' && address !== null && 'port' in address ? Number(address.port) : 0;

/** Starts a mail server for this machine only: it takes every mail, shows it on a page, and sends none on. */
export async function startMailCatcher(options: MailCatcherOptions = {}): Promise<MailCatcher> {
  const mailbox = new Mailbox(MOST);
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: SIZE_LIMIT_BYTES,
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      const take = async (): Promise<void> => {
        const { from, subject, text } = await simpleParser(stream);
        mailbox.add({
          from: from?.text ?? '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          subject: subject ?? '',
          text: text ?? '',
        });
      };
      callbackify(take)(done);
    },
  });
  smtp.on('error', () => undefined);
  const listening = once(smtp.server, 'listening');
  smtp.listen(options.smtpPort ?? 0, HOST);
  await listening;

  const app = Fastify({ forceCloseConnections: true, logger: false });
  mailPage(app, mailbox);
  await app.listen({ port: options.port ?? 0, host: HOST });
  return {
    smtpUrl: `smtp://${HOST}:${portOf(smtp.server.address())}`,
    url: `http://${HOST}:${portOf(app.server.address())}`,
    close: async () => {
      await app.close();
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}
