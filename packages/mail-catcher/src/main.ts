import { startMailCatcher } from './catcher.ts';

/** Runs the mail catcher from its environment until SIGTERM or SIGINT. */
const catcher = await startMailCatcher({
  smtpPort: Number(process.env['MAIL_SMTP_PORT'] ?? 0),
  port: Number(process.env['MAIL_PORT'] ?? 0),
});
console.log(`Mails at ${catcher.url} (nothing leaves this machine)`);

for (const name of ['SIGTERM', 'SIGINT'] as const) {
  process.once(name, () => void catcher.close());
}
