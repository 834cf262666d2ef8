import { magicNumber } from '@keyholder/twilio-sandbox';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TraceCollector } from '../support/trace-collector.ts';
import { SENDER, tokenIn, World } from '../support/world.ts';

let collector: TraceCollector;
let world: World;
beforeAll(async () => {
  collector = await TraceCollector.start();
  world = await World.start({ metrics: true, tracesTo: collector.url });
});
afterAll(async () => {
  await world.stop();
  await collector.close();
});

describe('traces for whoever runs this', () => {
  const PHONE = '+12125550183';
  const NAME = 'Zuleika Quartermaine';
  const EMAIL = 'zuleika@quartermaine.example';
  const TITLE = 'Keeper of the west gate';
  /** Of the dealer's software that asks. */
  const TRACE = '0af7651916cd43dd8448eb211c80319c';
  const SPAN = 'b7ad6b7169203331';

  const asked = <T = unknown>(method: string, address: string, body?: unknown) =>
    world.request<T>(
      method,
      address,
      { authorization: `Bearer ${world.access.apiKey}`, traceparent: `00-${TRACE}-${SPAN}-01` },
      body,
    );

  /** What spans say under a key. */
  const values = (wanted: string): readonly unknown[] =>
    collector.spans.flatMap(({ attributes }) =>
      attributes.filter(({ key }) => key === wanted).map(({ value }) => value['stringValue']),
    );

  it('go from the request through the queue to the provider and back', async () => {
    const { id } = await world.contact(PHONE, { name: NAME, email: EMAIL, title: TITLE });
    const sent = await asked('POST', `/api/v1/contacts/${id}/welcome`, { permission: 'spoken' });
    expect(sent.status).toBe(202);
    await world.delivered(id);
    const request = 'POST /api/v1/contacts/:contactId/welcome';
    const handOver = [
      request,
      'command SendWelcome',
      'database transaction',
      'job hand-over-text',
      'command HandOverText',
      'provider send text',
    ];
    await vi.waitFor(
      () => {
        expect(collector.wayTo(TRACE, 'provider send text')).toEqual(handOver);
        expect(collector.wayTo(TRACE, 'job apply-provider-event')).toEqual([
          ...handOver,
          'POST /webhooks/twilio/status',
          'command StoreStatusCallback',
          'database transaction',
          'job apply-provider-event',
        ]);
      },
      { timeout: 15_000, interval: 50 },
    );
    const outermost = collector.spans.find(({ traceId, name }) => traceId === TRACE && name === request);
    expect(outermost?.parentSpanId).toBe(SPAN);
  });

  it('are named by refusals, and found without asking for one', async () => {
    const refused = await asked<{ traceId: string }>('GET', '/api/v1/contacts/nobody');
    expect(refused.body.traceId).toBe(TRACE);
    const other = await world.call<{ traceId: string }>('GET', '/contacts/nobody');
    expect(other.body.traceId).toMatch(/^[\da-f]{32}$/u);
    await vi.waitFor(
      () => expect(collector.spans.map(({ traceId }) => traceId)).toContain(other.body.traceId),
      { timeout: 15_000, interval: 50 },
    );
  });

  it('hold no number, name, address, words or token', async () => {
    const [text] = await world.phoneGets(PHONE, 1);
    const token = tokenIn(text!);
    await world.asPage(token, 'GET');
    await world.asPage(token, 'POST', '/confirm', { pageVersion: 1, language: 'en' });
    await world.call(
      'GET',
      `/sites/${world.site}/contacts?search=${NAME}&phone=${encodeURIComponent(PHONE)}`,
    );
    await world.auth('/sign-in/email', { email: EMAIL, password: 'secret of zuleika' });
    await world.request('GET', `/${token}?email=${EMAIL}`, { 'user-agent': NAME, traceparent: NAME });
    await world.sandbox.reply(PHONE, SENDER, `I am ${NAME}`);
    // A bug: the database complains with the row in its message.
    await world.database.query('alter table contact add constraint broken check (false) not valid');
    const another = { name: NAME, phone: '+12125550184' };
    const bug = await world.call('POST', `/sites/${world.site}/contacts`, another);
    expect(bug.status).toBe(500);
    await world.database.query('alter table contact drop constraint broken');
    await vi.waitFor(
      () => {
        expect(collector.spans.map(({ name }) => name)).toContain('job apply-reply');
        expect(values('error.type')).toContain('23514');
      },
      { timeout: 15_000, interval: 50 },
    );
    const secrets = ['2125550183', '2125550184', 'Zuleika', 'zuleika', 'Quartermaine', 'west gate', token];
    const said = [
      ...secrets,
      world.access.apiKey,
      world.settings.twilio.authToken,
      '127.0.0.1',
      'sign-in/email',
      'violates',
    ];
    expect(said.filter((secret) => collector.received.includes(secret))).toEqual([]);
    // What is said at all: whoever says more looks first whether it may be said.
    const keys = new Set(collector.spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
    expect([...keys].toSorted()).toEqual([
      'db.system.name',
      'error.type',
      'http.request.method',
      'http.response.status_code',
      'http.route',
      'keyholder.company.id',
      'keyholder.dealer.id',
      'keyholder.job.attempt',
      'keyholder.outcome',
      'messaging.destination.name',
      'peer.service',
    ]);
    expect(values('http.route')).toContain('/api/welcome/confirm');
  });
});

describe('figures for whoever runs this', () => {
  const figures = async (): Promise<Map<string, number>> => {
    const { host, port } = world.settings.metrics!;
    const text = await (await fetch(`http://${host}:${port}/metrics`)).text();
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(
      lines.map((line) => {
        const at = line.lastIndexOf(' ');
        return [
          line
            .slice(0, at)
            .replace(/,?otel_scope[a-z_]*="[^"]*"/gu, '')
            .replace('{,', '{'),
          Number(line.slice(at + 1)),
        ];
      }),
    );
  };
  const named = (all: Map<string, number>, name: string, label = ''): number =>
    [...all].find(([key]) => key.startsWith(name) && key.includes(label))?.[1] ?? 0;

  it('count hand-overs, failures by reason and how late webhooks are applied; what waits is asked when it is fetched', async () => {
    const before = await figures();
    const gained = (now: Map<string, number>, ...what: [string, string]): number =>
      named(now, ...what) - named(before, ...what);
    const good = await world.contact('+12125550180');
    await world.send(good.id);
    await world.delivered(good.id);
    const bad = await world.contact(magicNumber('unreachableHandset'));
    await world.send(bad.id);
    await world.shows(bad.id, 'send_error');
    const lost = '+12125550181';
    await world.sandbox.play(lost, { send: { kind: 'lose', how: 'serverError', accepted: false } });
    const unsure = await world.contact(lost);
    await world.send(unsure.id);
    await world.auth('/sign-in/email', { email: 'nobody@nowhere.example', password: 'some password' });
    await vi.waitFor(
      async () => {
        const now = await figures();
        expect(gained(now, 'keyholder_text_hand_overs', 'accepted')).toBe(2);
        expect(named(now, 'keyholder_text_hand_overs', 'unknown')).toBe(1);
        expect(named(now, 'keyholder_text_failures', 'unreachable')).toBe(1);
        expect(gained(now, 'keyholder_webhook_lag_seconds_count', 'status')).toBe(4);
        expect(gained(now, 'keyholder_sign_ins_failed', 'unknown_address')).toBe(1);
        expect(gained(now, 'keyholder_sign_ins_failed', 'password')).toBe(0);
        expect(named(now, 'keyholder_texts_uncertain')).toBe(1);
        expect(named(now, 'keyholder_texts_waiting')).toBe(0);
      },
      { timeout: 20_000, interval: 50 },
    );

    const refused = '+12125550182';
    await world.sandbox.play(refused, { send: { kind: 'refuse', code: 20003 } });
    const held = await world.contact(refused);
    await world.send(held.id);
    await world.shows(held.id, 'held');
    const stopped = await figures();
    expect(named(stopped, 'keyholder_brand_queues_stopped', 'cause="credentials"')).toBe(1);
    expect(named(stopped, 'keyholder_brand_queues_stopped', 'cause="provider_down"')).toBe(0);
    expect(named(stopped, 'keyholder_texts_held')).toBe(1);
    // Neither numbers nor names nor tenants leave by this door.
    const all = [...stopped.keys()].join('\n');
    expect(all).not.toMatch(/\+?1?212555|Ana|company|dealer|019ac/u);
  });

  it('are not served where the public is', async () => {
    expect((await world.request('GET', '/metrics', {})).status).toBe(404);
  });
});
