import type { MemberRole } from '../account/member.ts';
import type { AuditAction } from '../audit/audit-action.ts';

/** A mail as it is written; whoever sends it knows to whom. */
export interface WrittenMail {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** An invitation as its mail tells of it. */
export interface MailedInvitation {
  /** Name of the dealer, or of the company. */
  readonly place: string;
  /** Who invites; null: nobody knows any more. */
  readonly by: string | null;
  readonly role: MemberRole;
  readonly link: string;
  /** The last day on which it can be accepted, as YYYY-MM-DD. */
  readonly until: string;
}

/** What the holder of an account is told of by mail, in case it was not them. */
export const MAILED_CHANGES = [
  'account.password_changed',
  'account.password_reset',
  'account.second_factor_begun',
  'account.second_factor_removed',
  'account.backup_codes_renewed',
  'account.backup_code_used',
] as const satisfies readonly AuditAction[];
export type MailedChange = (typeof MAILED_CHANGES)[number];
