import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireAccount } from './account-auth.ts';
import type { Credentials } from './account-auth.ts';
import type { Carrier } from './carrier.ts';
import type { Clock } from './clock.ts';
import { readCreateMessage } from './create-message-request.ts';
import type { CreateMessageRequest, Form } from './create-message-request.ts';
import type { Hold } from './hold.ts';
import type { Settings } from './inbound.ts';
import { lookupResponse } from './lookup.ts';
import { messageList } from './message-list.ts';
import type { ListQuery } from './message-list.ts';
import { messageResource } from './message.ts';
import type { MessageRecord } from './message.ts';
import type { Scenario, SendOutcome } from './scenario.ts';
import type { Senders } from './senders.ts';
import { newSid } from './sids.ts';
import type { Store } from './store.ts';
import { TwilioError } from './twilio-errors.ts';

export interface TwilioApiOptions {
  credentials: Credentials;
  store: Store;
  carrier: Carrier;
  senders: Senders;
  settings: Settings;
  hold: Hold;
  clock: Clock;
}

/** Twilio's own addresses: Lookup v2 and the Message resource. */
export async function twilioApi(app: FastifyInstance, options: TwilioApiOptions): Promise<void> {
  const { credentials, store, carrier, senders, settings, hold, clock } = options;
  const { accountSid } = credentials;
  await app.register(formbody);

  app.addHook('onRequest', async (request, reply) => {
    if (settings.outage === 'hang') return neverAnswer(reply);
    if (settings.outage === 'reset') return resetConnection(request, reply);
    if (settings.outage === 'serverError') throw new TwilioError(20500);
    requireAccount(request.headers.authorization, credentials);
  });
  app.setErrorHandler((error, _request, reply) => {
    const answer = error instanceof TwilioError ? error : new TwilioError(20500);
    if (!(error instanceof TwilioError)) app.log.error(error);
    return reply.status(answer.body.status).send(answer.body);
  });

  app.get<{
    Params: { number: string };
    Querystring: { Fields?: string; CountryCode?: string };
  }>('/v2/PhoneNumbers/:number', async (request, reply) => {
    const hanging = new Set<string>();
    const response = lookupResponse({
      typed: request.params.number,
      countryCode: request.query.CountryCode,
      fields: request.query.Fields,
      outcomeOf: (number) => {
        const outcome = store.scenario(number).lookup;
        if (outcome.kind === 'hang') hanging.add(number);
        if (outcome.kind !== 'refuse') return outcome;
        if (store.playsFailure('lookup', number, outcome.times)) throw new TwilioError(outcome.code);
        return { kind: 'line', type: 'mobile' };
      },
    });
    return hanging.size > 0 ? neverAnswer(reply) : response;
  });

  const messages = '/2010-04-01/Accounts/:account/Messages';

  app.post<{ Params: { account: string }; Body: Form | null }>(`${messages}.json`, async (request, reply) => {
    requirePath(request.params.account === accountSid, request);
    const wanted = readCreateMessage(request.body ?? {}, senders);
    const scenario = store.scenario(wanted.to);
    if (store.isOptedOut(senders.optOutKey(wanted.from, wanted.messagingServiceSid), wanted.to)) {
      throw new TwilioError(21610);
    }
    const outcome = played(scenario.send, wanted.to);
    if (outcome.kind === 'refuse') throw new TwilioError(outcome.code);
    const lost = outcome.kind === 'lose' ? outcome : undefined;
    const message = lost?.accepted === false ? undefined : accept(wanted, scenario);
    // Taken before callbacks move it on: the answer shows the message's first status.
    const answer = message === undefined ? undefined : messageResource(message, accountSid);
    if (message !== undefined) {
      const done = carrier.take(message);
      if (scenario.callbacks.beforeResponse && !hold.held) await done;
    }
    if (lost?.how === 'hang') return neverAnswer(reply);
    if (lost?.how === 'reset') return resetConnection(request, reply);
    if (lost !== undefined) throw new TwilioError(20500);
    return reply.status(201).send(answer);
  });

  app.get<{ Params: { account: string }; Querystring: ListQuery }>(`${messages}.json`, async (request) => {
    requirePath(request.params.account === accountSid, request);
    return messageList(store.messages(), request.query, accountSid);
  });

  app.get<{ Params: { account: string; file: string } }>(`${messages}/:file`, async (request) => {
    requirePath(request.params.account === accountSid, request);
    const sid = /^(SM[0-9a-f]{32})\.json$/.exec(request.params.file)?.[1];
    const message = sid === undefined ? undefined : store.message(sid);
    if (message === undefined) throw notFound(request);
    return messageResource(message, accountSid);
  });

  /** The outcome of this request: a failure limited to some times gives way to acceptance. */
  function played(send: SendOutcome, to: string): SendOutcome {
    if (send.kind === 'accept' || store.playsFailure('send', to, send.times)) return send;
    return { kind: 'accept' };
  }

  function accept(wanted: CreateMessageRequest, scenario: Scenario): MessageRecord {
    const now = clock.now().toISOString();
    return store.save({
      ...wanted,
      sid: newSid('SM'),
      direction: 'outbound-api',
      origin: 'api',
      status: wanted.messagingServiceSid === null ? 'queued' : 'accepted',
      errorCode: null,
      createdAt: now,
      updatedAt: now,
      sentAt: null,
      unlisted: scenario.send.kind !== 'refuse' && scenario.send.unlisted === true,
      plan: scenario.callbacks,
      statusesDone: 0,
      statusesPosted: 0,
    });
  }
}

/** Twilio's answer to an address it does not know. */
export function notFound(request: FastifyRequest): TwilioError {
  return new TwilioError(20404, { message: `The requested resource ${request.url} was not found` });
}

function requirePath(known: boolean, request: FastifyRequest): void {
  if (!known) throw notFound(request);
}

/** Leaves the caller waiting; the socket goes when the caller gives up or the sandbox closes. */
function neverAnswer(reply: FastifyReply): FastifyReply {
  return reply.hijack();
}

function resetConnection(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.resetAndDestroy();
  return reply;
}
