import type { FastifyInstance } from 'fastify';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Carrier } from './carrier.ts';
import type { Conversation, SandboxState } from './control-types.ts';
import type { Hold } from './hold.ts';
import { outages, type Inbound, type Settings } from './inbound.ts';
import { magicNumbers } from './magic-numbers.ts';
import { textOf } from './message.ts';
import type { MessageRecord } from './message.ts';
import { partialScenarioSchema } from './scenario-schema.ts';
import type { PartialScenario } from './scenario.ts';
import type { Senders } from './senders.ts';
import type { Store } from './store.ts';
import type { Webhooks } from './webhooks.ts';

export interface ControlApiOptions {
  store: Store;
  carrier: Carrier;
  webhooks: Webhooks;
  inbound: Inbound;
  senders: Senders;
  settings: Settings;
  hold: Hold;
  /** Ends what is on its way and forgets everything. */
  reset: () => Promise<void>;
}

const phoneNumber = { type: 'string', pattern: '^\\+[1-9][0-9]{6,14}$' };
const bodyOf = (required: string[], properties: Record<string, unknown>) => ({
  body: { type: 'object', additionalProperties: false, required, properties },
});

/** `/sandbox/*`: what tests and the phones page use. Not part of Twilio; JSON, without authentication. */
export async function controlApi(app: FastifyInstance, options: ControlApiOptions): Promise<void> {
  const { store, carrier, webhooks, inbound, senders, settings, hold, reset } = options;

  // Without authentication any page open in the same browser could post here; browsers say where they come from.
  app.addHook('onRequest', async (request, reply) => {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') {
      return reply.status(403).send({ message: 'Only this page and local programs may use the sandbox' });
    }
  });

  app.get('/sandbox/texts', async () => ({ texts: store.messages().map(textOf) }));
  app.get('/sandbox/conversations', async () => ({ conversations: conversations(store) }));
  app.get('/sandbox/magic-numbers', async () => ({ magicNumbers }));
  app.get('/sandbox/callbacks', async () => ({ callbacks: webhooks.attempts() }));
  app.get('/sandbox/state', async (): Promise<SandboxState> => ({
    ...settings,
    held: hold.held,
    pending: carrier.pending,
    senders: senders.known(),
    scenarios: store.scenarios(),
  }));

  app.post<{ Body: { from: string; to?: string; body: string } }>(
    '/sandbox/replies',
    {
      schema: bodyOf(['from', 'body'], {
        from: phoneNumber,
        to: phoneNumber,
        body: { type: 'string', minLength: 1, maxLength: 1_600 },
      }),
    },
    async (request, reply) => {
      const { from, body } = request.body;
      const last = store.messages().findLast((message) => personOf(message) === from);
      const to = request.body.to ?? (last === undefined ? senders.known()[0] : senderOf(last));
      if (to === undefined) {
        return reply
          .status(409)
          .send({ message: `Nobody has texted ${from}: say which number it writes to` });
      }
      return reply.status(201).send(await inbound.receive({ from, to, body }));
    },
  );

  app.put<{ Params: { number: string }; Body: PartialScenario | { name: string } }>(
    '/sandbox/scenarios/:number',
    {
      schema: {
        params: { type: 'object', properties: { number: phoneNumber } },
        body: {
          oneOf: [
            {
              type: 'object',
              additionalProperties: false,
              required: ['name'],
              properties: { name: { enum: magicNumbers.map((row) => row.name) } },
            },
            partialScenarioSchema,
          ],
        },
      },
    },
    async (request, reply) => {
      const wanted = request.body;
      const scenario =
        'name' in wanted ? (magicNumbers.find((row) => row.name === wanted.name)?.scenario ?? {}) : wanted;
      store.setScenario(request.params.number, scenario);
      return reply.status(204).send();
    },
  );

  app.delete<{ Params: { number: string } }>('/sandbox/scenarios/:number', async (request, reply) => {
    store.setScenario(request.params.number, null);
    return reply.status(204).send();
  });

  app.put<{ Body: Partial<Settings> }>(
    '/sandbox/settings',
    {
      schema: bodyOf([], {
        inboundUrl: { type: ['string', 'null'], format: 'uri' },
        advancedOptOut: { type: 'boolean' },
        latencyMs: { type: 'number', minimum: 0 },
        outage: { enum: [...outages, null] },
      }),
    },
    async (request, reply) => {
      Object.assign(settings, request.body);
      return reply.status(204).send();
    },
  );

  app.post('/sandbox/reset', async (_request, reply) => {
    await reset();
    return reply.status(204).send();
  });
  app.post('/sandbox/hold', async (_request, reply) => {
    hold.hold();
    return reply.status(204).send();
  });
  app.post('/sandbox/release', async (_request, reply) => {
    hold.release();
    return reply.status(204).send();
  });
  app.post<{ Params: { number: string } }>('/sandbox/step/:number', (request, reply) => {
    void reply.send({ steps: hold.step(request.params.number) });
  });

  app.get('/sandbox/events', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    let timer: NodeJS.Timeout | undefined;
    const tell = () => {
      // Several changes in a row are one event.
      timer ??= setTimeout(() => {
        timer = undefined;
        reply.raw.write('event: changed\ndata: {}\n\n');
      }, 50);
    };
    tell();
    store.on('changed', tell);
    request.raw.on('close', () => {
      clearTimeout(timer);
      store.off('changed', tell);
    });
  });
}

/** Whose phone a message is on. */
const personOf = ({ direction, from, to }: MessageRecord): string => (direction === 'inbound' ? from : to);

/** The number of ours that it came from, or went to. */
const senderOf = ({ direction, from, to }: MessageRecord): string => (direction === 'inbound' ? to : from);

/** Latest first. */
function conversations(store: Store): Conversation[] {
  const byNumber = new Map<string, MessageRecord[]>();
  for (const message of store.messages()) {
    const person = personOf(message);
    // Deleted and set anew, so that the map's order is that of the latest texts.
    const earlier = byNumber.get(person) ?? [];
    byNumber.delete(person);
    byNumber.set(person, [...earlier, message]);
  }
  const set = store.scenarios();
  return [...byNumber].toReversed().map(([number, messages]) => {
    const last = messages.at(-1);
    const row = magicNumbers.find((candidate) => candidate.number === number);
    return {
      number,
      displayNumber: parsePhoneNumberFromString(number)?.formatInternational() ?? number,
      plays: set[number] === undefined ? (row?.plays ?? null) : 'A scenario set over the control API',
      optedOutOf: store.optedOutSenders(number),
      lastSender: last === undefined ? '' : senderOf(last),
      texts: messages.map(textOf),
    };
  });
}
