import { SegmentedMessage } from 'sms-segments-calculator';
import type { CallbackPlan } from './scenario.ts';
import { errorMessage } from './twilio-errors.ts';

type Direction = 'inbound' | 'outbound-api' | 'outbound-reply';
export type Status =
  'accepted' | 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'read' | 'received';

/** Who wrote it: the REST API's caller, the inbound webhook's answer, Twilio's keyword handling, the person. */
export type Origin = 'api' | 'webhook' | 'keyword' | 'person';

/** One text, as the sandbox keeps it (and writes it to its journal). Times are ISO 8601 in UTC. */
export interface MessageRecord {
  sid: string;
  direction: Direction;
  origin: Origin;
  to: string;
  /** Our side's or the person's number. The API shows it only once the Messaging Service has chosen it. */
  from: string;
  messagingServiceSid: string | null;
  body: string;
  status: Status;
  errorCode: number | null;
  createdAt: string;
  updatedAt: string;
  sentAt: string | null;
  statusCallback: string | null;
  /** Left out of message lists. */
  unlisted: boolean;
  /** What the carrier will still do; null for what needs no carrier (inbound, keyword replies). */
  plan: CallbackPlan | null;
  /** How many statuses of the plan the message has gone through. */
  statusesDone: number;
  /** How many of them have been posted to `statusCallback`. */
  statusesPosted: number;
}

/** Segments as Twilio bills them, without Smart Encoding. */
export function countSegments(body: string): number {
  return new SegmentedMessage(body, 'auto').segmentsCount;
}

/** Every status of a message after its first one. With a Messaging Service `accepted` comes before `queued`. */
export function plannedStatuses(message: MessageRecord): Status[] {
  if (message.plan === null) return [];
  return message.messagingServiceSid === null ? message.plan.statuses : ['queued', ...message.plan.statuses];
}

/** RFC 2822 in GMT with a numeric zone, as in `Fri, 24 May 2019 17:44:46 +0000`. */
function rfc2822(iso: string): string {
  return new Date(iso).toUTCString().replace('GMT', '+0000');
}

/** The Message resource (`api.v2010.account.message` in Twilio's OpenAPI file). */
export function messageResource(message: MessageRecord, accountSid: string) {
  const path = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  const undecided = message.status === 'accepted';
  const segments = countSegments(message.body);
  const inbound = message.direction === 'inbound';
  const billed = message.sentAt !== null && message.status !== 'failed';
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: message.errorCode === null ? null : errorMessage(message.errorCode),
    from: undecided ? null : message.from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: '0',
    num_segments: undecided ? '0' : String(segments),
    price: billed ? (-segments * (inbound ? 0.0075 : 0.0079)).toFixed(5) : null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${path}/Media.json` },
    to: message.to,
    uri: `${path}.json`,
  };
}

/** One text, as the control API and the phones page show it. */
export interface Text {
  sid: string;
  to: string;
  from: string;
  body: string;
  direction: Direction;
  origin: Origin;
  status: Status;
  errorCode: number | null;
  errorMessage: string | null;
  /** ISO 8601, when it was created. */
  at: string;
  messagingServiceSid: string | null;
  statusCallback: string | null;
  segments: number;
}

export function textOf(message: MessageRecord): Text {
  return {
    sid: message.sid,
    to: message.to,
    from: message.from,
    body: message.body,
    direction: message.direction,
    origin: message.origin,
    status: message.status,
    errorCode: message.errorCode,
    errorMessage: message.errorCode === null ? null : errorMessage(message.errorCode),
    at: message.createdAt,
    messagingServiceSid: message.messagingServiceSid,
    statusCallback: message.statusCallback,
    segments: countSegments(message.body),
  };
}
