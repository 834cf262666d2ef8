import { hkdfSync } from 'node:crypto';

/**
 * A key for one purpose, derived from the root secret (HKDF-SHA-256), so that a key that leaks says nothing about
 * the others.
 * @param purpose a short constant name, for example `link:1`
 * @returns 32 bytes
 */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'keyholder', purpose, 32));
