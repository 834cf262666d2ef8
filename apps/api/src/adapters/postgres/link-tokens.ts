import { createHash, createHmac } from 'node:crypto';
import { TOKEN_LENGTH } from '@keyholder/domain/welcome/link';
import { deriveKey } from '../../derive-key.ts';

/**
 * Link tokens are derived, never stored: 22 base64url characters of HMAC-SHA-256 over contact and generation, with a
 * key derived from the root secret. Only their SHA-256 is kept, so a copy of the database opens no page.
 */
export class LinkTokens {
  /** Which key new links use; older links keep theirs, so that keys can rotate. */
  readonly kid = '1';

  constructor(private readonly secret: string) {}

  derive(link: { readonly kid: string; readonly contactId: string; readonly generation: number }): string {
    return createHmac('sha256', deriveKey(this.secret, `link:${link.kid}`))
      .update(`${link.contactId}:${link.generation}`)
      .digest('base64url')
      .slice(0, TOKEN_LENGTH);
  }

  hash(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }
}
