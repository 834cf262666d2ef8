import { randomUUIDv7 } from 'node:crypto';
import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEMO } from '../src/demo/demo-company.ts';
import { WEBHOOK_TRIED_FOR_MS } from '@keyholder/domain/events/webhook-retry';
import { Dealer } from './support/dealer.ts';
import { HookReceiver, verify } from './support/hook-receiver.ts';
import { addDealer, everything } from './support/tenants.ts';
import { World } from './support/world.ts';

type Created = Schemas['CreatedWebhook'] & Schemas['Problem'];
const { robin, casey } = DEMO.people;
const PATIENT = { timeout: 15_000, interval: 25 };
const ALL = ['contact.created', 'contact.changed', 'contact.removed', 'contact.validated', 'contact.confirmed',
  'contact.declined', 'contact.opted_out', 'contact.opted_in', 'contact.replied', 'text.sent', 'text.delivered',
  'text.failed']; // prettier-ignore

describe('events for other software', () => {
  let world: World;
  let dealer: Dealer;
  let hooks: HookReceiver;
  beforeAll(async () => {
    world = await World.start({ mails: true });
    dealer = new Dealer(world);
    hooks = await HookReceiver.start();
  });
  afterAll(async () => {
    await hooks.close();
    await world.stop();
  });

  const create = async (
    more: object = {},
    who: { readonly email: string } = robin,
    at = '/webhooks',
  ): Promise<Created> => {
    const body = { url: `${hooks.url}/${randomUUIDv7()}`, description: 'Bridge', kinds: ALL, ...more };
    const made = await world.as<Created>(who, 'POST', at, body);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body;
  };
  const listed = async (id: string): Promise<Schemas['Webhook']> => {
    const { body } = await world.as<Schemas['Webhooks']>(robin, 'GET', '/webhooks');
    return body.items.find((one) => one.id === id)!;
  };
  const remove = async (id: string): Promise<void> => {
    expect((await world.as(robin, 'DELETE', `/webhooks/${id}`)).status).toBe(204);
  };
  const deliveries = async (id: string, state: string): Promise<Schemas['WebhookDelivery'][]> =>
    (
      await world.as<Schemas['WebhookDeliveryPage']>(
        robin,
        'GET',
        `/webhooks/${id}/deliveries?state=${state}`,
      )
    ).body.items;
  /** Time passes for the queue too: what it keeps for later is due now. */
  const makeDue = () =>
    world.database.query(
      `update pgboss.job set start_after = now() where name = 'send-webhook' and state in ('created', 'retry')`,
    );
  const phone = (() => {
    let last = 300;
    return () => `+12125550${(last += 1)}`;
  })();

  it('tells what happens with a contact, signed, to the dealer’s and the company’s endpoints', async () => {
    const own = await create();
    const some = await create({ kinds: ['contact.confirmed'] });
    const company = await create({}, casey, '/company/webhooks');
    const site = await dealer.site();
    const { id } = await dealer.confirmed(site.id, phone(), { slotNumber: 4, title: 'Manager' });
    await dealer.removes(id);
    const expected = ['contact.created', 'text.sent', 'text.delivered', 'contact.confirmed', 'text.sent',
      'text.delivered', 'contact.removed']; // prettier-ignore
    for (const { secret, webhook } of [own, company]) {
      await vi.waitFor(() => {
        const got = hooks.received.filter((one) => one.headers['webhook-signature'] !== undefined);
        expect(got.length).toBeGreaterThanOrEqual(2 * expected.length + 1);
      }, PATIENT);
      const events = hooks.received
        .filter((one) => signedWith(one, secret))
        .map(({ body }) => JSON.parse(body) as { id: string; type: string; data: unknown });
      expect(events.map(({ type }) => type).toSorted(), webhook.url).toEqual(expected.toSorted());
      expect(new Set(events.map((event) => event.id)).size).toBe(expected.length);
      expect(events.find(({ type }) => type === 'contact.confirmed')?.data).toMatchObject({
        dealerId: DEMO.dealerId,
        site: { id: site.id, accountNumber: site.accountNumber },
        contact: { id, title: 'Manager', slotNumber: 4 },
        detail: { by: 'page' },
      });
    }
    expect(hooks.received.filter((one) => signedWith(one, some.secret))).toHaveLength(1);
    for (const { webhook } of [own, some]) {
      await vi.waitFor(
        async () => expect(await listed(webhook.id)).toMatchObject({ waiting: 0, dead: 0 }),
        PATIENT,
      );
    }
    const kept = JSON.stringify(await everything(world));
    for (const { secret } of [own, some, company]) expect(kept).not.toContain(secret.slice(6));
    for (const { webhook } of [own, some]) await remove(webhook.id);
    expect((await world.as(casey, 'DELETE', `/company/webhooks/${company.id}`)).status).toBe(204);
  });

  /** Whether a message was signed with this secret. */
  const signedWith = (one: HookReceiver['received'][number], secret: string): boolean => {
    try {
      verify(one, secret);
      return true;
    } catch {
      return false;
    }
  };

  it('a test says what came of it; for a day after a change of secrets both sign', async () => {
    const { id, secret } = await create();
    const test = async (): Promise<Schemas['WebhookTest']> => {
      const { status, body } = await world.as<Schemas['WebhookTest']>(robin, 'POST', `/webhooks/${id}/test`);
      expect(status).toBe(200);
      return body;
    };
    expect(await test()).toEqual({ taken: true, status: 204, cause: null });
    const rotated = await world.as<Schemas['RotatedSecret']>(robin, 'POST', `/webhooks/${id}/secret`);
    expect(rotated.body.secret).not.toBe(secret);
    hooks.status = 418;
    expect(await test()).toEqual({ taken: false, status: 418, cause: 'It answered 418.' });
    const inSpanish = await world.as(robin, 'POST', `/webhooks/${id}/test`, undefined, {
      'accept-language': 'es',
    });
    expect(inSpanish.body).toMatchObject({ cause: 'Respondió 418.' });
    const both = hooks.received.at(-1)!;
    expect(JSON.parse(both.body)).toMatchObject({ type: 'webhook.test' });
    expect([secret, rotated.body.secret].map((one) => signedWith(both, one))).toEqual([true, true]);
    await world.database.query(`update webhook set overlap_until = now() where id = $1`, [id]);
    await test();
    expect([secret, rotated.body.secret].map((one) => signedWith(hooks.received.at(-1)!, one))).toEqual([
      false,
      true,
    ]);
    hooks.status = 200;
    expect((await world.as<Created>(robin, 'PATCH', `/webhooks/${id}`, { url: 'http://10.0.0.1/', kinds: [] })).body)
      .toMatchObject({ errors: [{ field: 'url' }, { field: 'kinds' }] }); // prettier-ignore
    await remove(id);
  });

  it('lists the same events, the oldest first, from wherever one left off, and only the dealer’s', async () => {
    const history = async (cursor: string | null, key?: string, limit = 2): Promise<Schemas['EventPage']> => {
      const query = new URLSearchParams({ limit: String(limit), ...(cursor === null ? {} : { cursor }) });
      const answer = await world.call<Schemas['EventPage']>(
        'GET',
        `/events/history?${query.toString()}`,
        undefined,
        key,
      );
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return answer.body;
    };
    /** Everything from a cursor on. */
    const readOn = async (
      from: string | null,
    ): Promise<{ ids: string[]; about: string[]; cursor: string | null }> => {
      const items: Schemas['Event'][] = [];
      let cursor = from;
      for (;;) {
        const page = await history(cursor);
        items.push(...page.items);
        cursor = page.nextCursor;
        if (!page.more) break;
      }
      const about = items.map(({ type, data }) => `${type} ${(data['contact'] as { id: string }).id}`);
      return { ids: items.map(({ id }) => id), about, cursor };
    };
    const before = await readOn(null);
    const site = await dealer.site();
    const contacts = await Promise.all([1, 2, 3, 4, 5].map(() => dealer.adds(site.id, phone())));
    await dealer.edits(contacts[0]!.id, { title: 'Owner' });
    const isOurs = (line: string): boolean => contacts.some(({ id }) => line.endsWith(id));
    const got = { ids: [] as string[], about: [] as string[], cursor: before.cursor };
    await vi.waitFor(async () => {
      const more = await readOn(got.cursor);
      got.ids.push(...more.ids);
      got.about.push(...more.about);
      got.cursor = more.cursor;
      expect(got.about.filter(isOurs).toSorted()).toEqual(
        [
          ...contacts.map(({ id }) => `contact.created ${id}`),
          `contact.changed ${contacts[0]!.id}`,
        ].toSorted(),
      );
    }, PATIENT);
    const all = await readOn(null);
    expect(all.ids).toEqual([...before.ids, ...got.ids]);
    expect(await history(got.cursor)).toEqual({ items: [], nextCursor: got.cursor, more: false });
    const sibling = await addDealer(world);
    expect(await history(null, sibling.key)).toEqual({ items: [], nextCursor: null, more: false });
    expect((await world.call('GET', '/events/history?cursor=abc')).status).toBe(422);
  });

  it('tries again until it is taken, leaves alone what keeps failing, gives up after three days, replays', async () => {
    const { id, secret } = await create({ kinds: ['contact.created'] });
    hooks.status = 500;
    const site = await dealer.site();
    const contact = await dealer.adds(site.id, phone());
    const tries = () => hooks.about(contact.id, secret);
    await vi.waitFor(async () => {
      expect((await deliveries(id, 'waiting'))[0]).toMatchObject({
        status: 500,
        cause: 'It answered 500.',
      });
    }, PATIENT);
    expect((await listed(id)).failingSince).not.toBeNull();
    await makeDue();
    await vi.waitFor(
      async () => expect((await deliveries(id, 'waiting'))[0]?.tries).toBeGreaterThanOrEqual(2),
      PATIENT,
    );
    // A redirect leads nowhere.
    hooks.status = 307;
    await makeDue();
    await vi.waitFor(async () => expect((await deliveries(id, 'waiting'))[0]?.status).toBe(307), PATIENT);
    expect(hooks.received.some(({ body }) => body === '')).toBe(false);
    hooks.status = 204;
    await makeDue();
    await vi.waitFor(async () => expect(await deliveries(id, 'delivered')).toHaveLength(1), PATIENT);
    expect(new Set(tries().map((event) => event.id)).size).toBe(1);
    expect(tries().length).toBeGreaterThanOrEqual(4);
    expect(await listed(id)).toMatchObject({ failingSince: null, waiting: 0 });

    hooks.status = 410;
    const lost = await dealer.adds(site.id, phone());
    await vi.waitFor(async () => expect((await deliveries(id, 'waiting'))[0]?.status).toBe(410), PATIENT);
    world.clock.advance(WEBHOOK_TRIED_FOR_MS + 1_000);
    await makeDue();
    const mail = await world.mailTo(robin.email, 'webhook was switched off');
    expect(mail.text).toContain(hooks.url);
    expect(await listed(id)).toMatchObject({ enabled: false, dead: 1, waiting: 0 });
    expect(await deliveries(id, 'dead')).toMatchObject([{ type: 'contact.created', status: 410 }]);
    // Nothing more is sent meanwhile, and nothing can be replayed.
    await dealer.adds(site.id, phone());
    expect((await world.as(robin, 'POST', `/webhooks/${id}/replay`)).status).toBe(409);
    hooks.status = 200;
    expect((await world.as(robin, 'PATCH', `/webhooks/${id}`, { enabled: true })).status).toBe(200);
    const replay = await world.as<Schemas['WebhookReplay']>(robin, 'POST', `/webhooks/${id}/replay`);
    expect(replay.body).toEqual({ replayed: 1 });
    await vi.waitFor(async () => expect(await deliveries(id, 'delivered')).toHaveLength(2), PATIENT);
    expect(hooks.received.at(-1)?.body).toContain(lost.id);
    expect(await listed(id)).toMatchObject({ waiting: 0, dead: 0 });
    await remove(id);
  });

  it('an endpoint that fails five times in a row is left alone for a while', async () => {
    const { id } = await create({ kinds: ['contact.created'] });
    hooks.status = 503;
    const site = await dealer.site();
    await Promise.all([1, 2, 3, 4, 5].map(() => dealer.adds(site.id, phone())));
    await vi.waitFor(async () => {
      expect((await deliveries(id, 'waiting')).filter(({ tries }) => tries >= 1)).toHaveLength(5);
    }, PATIENT);
    const late = await dealer.adds(site.id, phone());
    await makeDue();
    await world.waitUntil(async () => {
      const [{ left }] = (await world.database.query(
        `select count(*)::int as left from pgboss.job where name = 'send-webhook' and start_after <= now()
         and state in ('created', 'retry', 'active')`,
      )) as [{ left: number }];
      return left === 0;
    });
    expect(hooks.received.filter(({ body }) => body.includes(late.id))).toEqual([]);
    const waiting = await deliveries(id, 'waiting');
    expect([waiting.length, waiting.filter(({ tries }) => tries === 0).length]).toEqual([6, 1]);
    hooks.status = 200;
    await remove(id);
    expect(await world.database.query('select 1 from webhook_delivery where webhook_id = $1', [id])).toEqual(
      [],
    );
  });

  it('forgets events after a month', async () => {
    await world.database.query(`update contact_event set recorded_at = now() - interval '29 days'`);
    world.clock.advance(-WEBHOOK_TRIED_FOR_MS - 1_000);
    await world.application.sweep();
    expect(await world.database.query('select 1 from contact_event limit 1')).toHaveLength(1);
    world.clock.advance(2 * 24 * 3_600_000);
    await world.application.sweep();
    expect(await world.database.query('select 1 from contact_event limit 1')).toEqual([]);
  });
});
