import { randomBytes } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { Answer, World } from './world.ts';

export const messageSid = (): string => `SM${randomBytes(16).toString('hex')}`;

export interface Post {
  /** Path and query. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  /** As Twilio would sign it if not given; null sends none. */
  readonly signature?: string | null;
}

/** Twilio's signature of a post to this address. */
export const signature = (
  world: World,
  path: string,
  fields: Readonly<Record<string, string>>,
  { token = world.settings.twilio.authToken, origin = world.url } = {},
): string => getExpectedTwilioSignature(token, origin + path, { ...fields });

/** Posts a form to the application as Twilio does. */
export const postAsTwilio = async (world: World, post: Post): Promise<Answer> => {
  const signed = post.signature === undefined ? signature(world, post.path, post.fields) : post.signature;
  const response = await fetch(world.url + post.path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      ...(signed === null ? {} : { 'x-twilio-signature': signed }),
    },
    body: new URLSearchParams(post.fields).toString(),
  });
  return { status: response.status, headers: response.headers, body: await response.text() };
};

/** Fields of a status callback. */
export const statusFields = (
  sid: string,
  status: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  AccountSid: `AC${'0'.repeat(32)}`,
  ApiVersion: '2010-04-01',
  MessageSid: sid,
  SmsSid: sid,
  MessageStatus: status,
  SmsStatus: status,
  ...more,
});
