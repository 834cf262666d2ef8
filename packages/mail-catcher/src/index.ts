export { startMailCatcher, type MailCatcher, type MailCatcherOptions } from './catcher.ts';
export type { Mail } from './mailbox.ts';
