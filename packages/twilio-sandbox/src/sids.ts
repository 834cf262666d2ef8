import { createHash, randomBytes } from 'node:crypto';

/** A SID as Twilio makes them: two letters and 32 hex digits. */
export function newSid(prefix: 'SM' | 'PA'): string {
  return prefix + randomBytes(16).toString('hex');
}

/** A whole number below `limit` that is always the same for the same words (sticky choice of a sender). */
export function stableIndex(words: string, limit: number): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) % limit;
}

const messagingServiceSid = /^MG[0-9a-fA-F]{32}$/;

export function isMessagingServiceSid(value: string): boolean {
  return messagingServiceSid.test(value);
}
