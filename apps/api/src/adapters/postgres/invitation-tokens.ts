import { createHash, createHmac } from 'node:crypto';
import { deriveKey } from '../../derive-key.ts';

/**
 * Tokens of invitations are derived, never stored: HMAC-SHA-256 over the invitation, with a key derived from the root
 * secret. Only their SHA-256 is kept, so a copy of the database lets nobody in.
 */
export class InvitationTokens {
  constructor(private readonly secret: string) {}

  /** 43 base64url characters. */
  derive(invitationId: string): string {
    return createHmac('sha256', deriveKey(this.secret, 'invitation:1'))
      .update(invitationId)
      .digest('base64url');
  }

  hash(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }
}
