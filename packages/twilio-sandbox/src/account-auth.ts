import { timingSafeEqual } from 'node:crypto';
import { TwilioError } from './twilio-errors.ts';

export interface Credentials {
  accountSid: string;
  authToken: string;
  /** An API key of the account, accepted beside the Auth Token. */
  apiKey?: { sid: string; secret: string } | undefined;
}

function same(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Checks an `Authorization` header as Twilio does; throws 20003 (HTTP 401). */
export function requireAccount(authorization: string | undefined, credentials: Credentials): void {
  const [scheme, encoded] = (authorization ?? '').split(' ');
  const decoded = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  const [user, password] = [decoded.slice(0, Math.max(0, colon)), decoded.slice(colon + 1)];
  const { accountSid, authToken, apiKey } = credentials;
  const known =
    (same(user, accountSid) && same(password, authToken)) ||
    (apiKey !== undefined && same(user, apiKey.sid) && same(password, apiKey.secret));
  if (scheme?.toLowerCase() !== 'basic' || !known) throw new TwilioError(20003);
}
