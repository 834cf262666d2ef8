import type { Senders } from './senders.ts';
import { isMessagingServiceSid } from './sids.ts';
import { readNumber } from './lookup.ts';
import { TwilioError } from './twilio-errors.ts';

/** Fields of a form, as parsed: a repeated field is a list. */
export type Form = Record<string, string | string[] | undefined>;

export interface CreateMessageRequest {
  to: string;
  from: string;
  messagingServiceSid: string | null;
  body: string;
  statusCallback: string | null;
}

const longestBody = 1_600;
const longestValidity = 36_000;
/** Parameters that would change what is sent and that the sandbox does not play. */
const notPlayed = ['MediaUrl', 'ContentSid', 'ScheduleType', 'SendAt', 'ApplicationSid'];

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

/** Reads the form of `POST Messages.json`; throws what Twilio refuses it with. */
export function readCreateMessage(form: Form, senders: Senders): CreateMessageRequest {
  const field = (name: string): string | undefined => {
    const value = form[name];
    const text = Array.isArray(value) ? value[0] : value;
    return text === '' ? undefined : text;
  };
  const unplayed = notPlayed.find((name) => field(name) !== undefined);
  if (unplayed !== undefined) {
    throw new TwilioError(20001, { message: `The sandbox sends plain texts only, without ${unplayed}` });
  }
  const typedTo = field('To');
  if (typedTo === undefined) throw new TwilioError(21604);
  const { parsed, error } = readNumber(typedTo, 'US');
  if (parsed === undefined || error !== null) {
    throw new TwilioError(21211, { message: `Invalid 'To' Phone Number: ${typedTo}` });
  }
  const service = field('MessagingServiceSid') ?? null;
  const sender = readSender(field('From'), service, parsed.number, senders);
  const body = field('Body');
  if (body === undefined) throw new TwilioError(21602);
  if (body.length > longestBody) throw new TwilioError(21617);
  const statusCallback = field('StatusCallback') ?? null;
  if (statusCallback !== null && !isHttpUrl(statusCallback)) throw new TwilioError(21609);
  const validity = field('ValidityPeriod');
  if (validity !== undefined && !(/^\d+$/.test(validity) && +validity >= 1 && +validity <= longestValidity)) {
    throw new TwilioError(21624);
  }
  return { to: parsed.number, from: sender, messagingServiceSid: service, body, statusCallback };
}

function readSender(from: string | undefined, service: string | null, to: string, senders: Senders): string {
  if (service !== null) {
    if (!isMessagingServiceSid(service)) throw new TwilioError(21705);
    const chosen = from ?? senders.ofService(service, to);
    if (chosen === undefined) throw new TwilioError(21701);
    return chosen;
  }
  if (from === undefined) throw new TwilioError(21603);
  const { parsed, error } = readNumber(from, 'US');
  if (parsed === undefined || error !== null) {
    throw new TwilioError(21212, { message: `Invalid 'From' Number: ${from}` });
  }
  if (!senders.owns(parsed.number)) throw new TwilioError(21606);
  return parsed.number;
}
