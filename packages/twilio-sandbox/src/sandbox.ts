import { setMaxListeners } from 'node:events';
import Fastify from 'fastify';
import { Carrier } from './carrier.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { controlApi } from './control-api.ts';
import { Hold } from './hold.ts';
import { Inbound } from './inbound.ts';
import type { Settings } from './inbound.ts';
import { Journal } from './journal.ts';
import { phonesPage } from './phones-page.ts';
import { Senders } from './senders.ts';
import type { Sender } from './senders.ts';
import { Store } from './store.ts';
import { notFound, twilioApi } from './twilio-api.ts';
import { Webhooks } from './webhooks.ts';

export interface SandboxOptions {
  /** 0 takes a free one. */
  port?: number;
  /** Default 127.0.0.1: the control API has no authentication. */
  host?: string;
  /** `AC` and 32 hex digits. */
  accountSid: string;
  /** Also signs the webhooks. */
  authToken: string;
  apiKey?: { sid: string; secret: string };
  /** Webhook for what people text; may carry connection overrides in its fragment. */
  inboundUrl?: string;
  /** Our numbers. Without a list any valid number may send. */
  senders?: readonly Sender[];
  /** Where conversations are kept between runs; without it they are not. */
  dataFile?: string;
  /** Wait before each status of a message, default 300 ms. */
  latencyMs?: number;
  advancedOptOut?: boolean;
  clock?: Clock;
}

export interface Sandbox {
  /** Base URL for the API, the control API and the phones page. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Starts a local Twilio. Nothing it is given leaves this machine, except to the webhook URLs it is told. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = options.clock ?? systemClock;
  const settings: Settings = {
    inboundUrl: options.inboundUrl ?? null,
    advancedOptOut: options.advancedOptOut ?? false,
    latencyMs: options.latencyMs ?? 300,
    outage: null,
  };
  const { accountSid, authToken, apiKey } = options;
  let run = newRun();
  const signal = () => run.signal;
  const latencyMs = () => settings.latencyMs;

  const store = new Store(new Journal(options.dataFile), clock);
  const hold = new Hold();
  const senders = new Senders(options.senders, () => store.messages());
  const webhooks = new Webhooks({
    authToken,
    clock,
    signal,
    backoffMs: latencyMs,
    onAttempt: () => store.emit('changed'),
  });
  const carrier = new Carrier({ accountSid, store, webhooks, hold, clock, latencyMs, signal });
  const inbound = new Inbound({ accountSid, store, webhooks, carrier, senders, settings, clock });

  const stopRun = async () => {
    run.abort();
    hold.release();
    await carrier.stopped();
  };
  const reset = async () => {
    await stopRun();
    store.reset();
    webhooks.forget();
    run = newRun();
  };

  const app = Fastify({
    forceCloseConnections: true,
    logger: false,
    // A test that misspells a field is to hear of it.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allowUnionTypes: true } },
  });
  app.setNotFoundHandler((request, reply) => {
    const { body } = notFound(request);
    return reply.status(body.status).send(body);
  });
  await app.register(twilioApi, {
    credentials: { accountSid, authToken, apiKey },
    store,
    carrier,
    senders,
    settings,
    hold,
    clock,
  });
  await app.register(controlApi, {
    store,
    carrier,
    webhooks,
    inbound,
    senders,
    settings,
    hold,
    reset,
  });
  await app.register(phonesPage);
  const host = options.host ?? '127.0.0.1';
  await app.listen({ port: options.port ?? 0, host });
  carrier.resume();

  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return {
    url: `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`,
    port,
    async close() {
      await stopRun();
      await app.close();
    },
  };
}

/** Every message on its way listens to the signal: more than Node's warning limit is no leak. */
function newRun(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
