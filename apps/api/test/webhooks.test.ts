import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { messageSid, postAsTwilio, signature, statusFields } from './support/twilio-webhook.ts';
import { SENDER, World } from './support/world.ts';

let phones = 0;
const newPhone = (): string => `+1415555${String(110 + phones++).padStart(4, '0')}`;

describe('status callbacks', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ providerTimeoutMs: 700 });
  });
  beforeEach(() => world.sandbox.holdCallbacks());
  afterAll(() => world.stop());

  const stored = async (): Promise<number> =>
    (await world.database.query<{ n: number }>('select count(*)::int as n from provider_event'))[0]!.n;

  /** Everything that was stored is applied. */
  const applied = () =>
    vi.waitFor(
      async () => {
        const open = await world.database.query('select 1 from provider_event where applied_at is null');
        expect(open).toHaveLength(0);
      },
      { timeout: 20_000, interval: 20 },
    );

  const stateOf = async (id: string): Promise<string> => (await world.contactNow(id)).welcome.state;

  /** A contact whose text the provider has taken, with the address that its callbacks go to. */
  const texted = async (): Promise<{ id: string; phone: string; sid: string; path: string }> => {
    const phone = newPhone();
    const { id } = await world.contact(phone);
    await world.send(id);
    const [text] = await world.phoneGets(phone, 1);
    await vi.waitFor(async () => expect(await stateOf(id)).toBe('accepted'), { timeout: 20_000 });
    const address = new URL(text!.statusCallback!);
    return { id, phone, sid: text!.sid, path: address.pathname + address.search };
  };

  it('carry our attempt, and are retried by Twilio where we are down', async () => {
    const phone = newPhone();
    const { id } = await world.contact(phone);
    await world.send(id);
    const [text] = await world.phoneGets(phone, 1);
    const [row] = await world.database.query<{ id: string }>(
      'select id from text_message where contact_id = $1',
      [id],
    );
    const address = new URL(text!.statusCallback!);
    expect(address.searchParams.get('attempt')).toBe(row!.id);
    expect(address.hash).toContain('rc=');
  });

  it('are refused where the signature does not fit, and change nothing', async () => {
    const { id, sid, path } = await texted();
    const before = await stored();
    const fields = statusFields(sid, 'delivered', { To: ' padded ' });
    const good = signature(world, path, fields);
    const wrong: Record<string, string | null> = {
      none: null,
      empty: '',
      nonsense: 'bm90IGEgc2lnbmF0dXJl',
      'of another token': signature(world, path, fields, { token: 'x'.repeat(32) }),
      'for another host': signature(world, path, fields, { origin: 'https://elsewhere.example' }),
      'for another path': signature(world, path.replace('status', 'inbound'), fields),
      'for another attempt': signature(world, path.replace(/attempt=./u, 'attempt=f'), fields),
      'of other fields': signature(world, path, { ...fields, MessageStatus: 'failed' }),
      'of trimmed fields': signature(world, path, { ...fields, To: 'padded' }),
    };
    for (const [name, bad] of Object.entries(wrong)) {
      const answer = await postAsTwilio(world, { path, fields, signature: bad });
      expect(answer.status, name).toBe(403);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    for (const body of [[fields], { ...fields, MessageSid: { toString: 'x' } }, 'text', 7]) {
      const json = await world.request('POST', path, { 'x-twilio-signature': good }, body);
      expect([403, 422], JSON.stringify(body)).toContain(json.status);
    }
    expect(await stored()).toBe(before);
    expect(await stateOf(id)).toBe('accepted');
    expect((await postAsTwilio(world, { path, fields, signature: good })).status).toBe(204);
    await world.shows(id, 'pending_confirmation');
  });

  it('are verified and read with fields that nobody knows', async () => {
    const { id, sid, path } = await texted();
    const fields = statusFields(sid, 'delivered', { BrandNew: 'naïve & “new”', Another: '', A1: '+' });
    const answer = await postAsTwilio(world, { path, fields });
    expect([answer.status, answer.body]).toEqual([204, '']);
    await world.shows(id, 'pending_confirmation');
  });

  it('count once when they come many times, also at the same time', async () => {
    const { id, sid, path } = await texted();
    const before = await stored();
    const post = { path, fields: statusFields(sid, 'undelivered', { ErrorCode: '30003' }) };
    const answers = await Promise.all(Array.from({ length: 8 }, () => postAsTwilio(world, post)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(204));
    await world.shows(id, 'send_error');
    expect((await postAsTwilio(world, post)).status).toBe(204);
    await applied();
    expect(await stored()).toBe(before + 1);
    const timeline = await world.call<{ items: { kind: string }[] }>('GET', `/contacts/${id}/timeline`);
    expect(timeline.body.items.filter((entry) => entry.kind === 'text_failed')).toHaveLength(1);
  });

  it('move a text only forward, in whatever order they come', async () => {
    const { id, sid, path } = await texted();
    for (const status of ['delivered', 'sent', 'queued', 'undelivered', 'failed', 'sending', 'canceled']) {
      const fields = statusFields(sid, status, status.endsWith('ed') ? { ErrorCode: '30003' } : {});
      expect((await postAsTwilio(world, { path, fields })).status, status).toBe(204);
      await applied();
      expect(await stateOf(id), status).toBe('delivered');
    }
    const contact = await world.contactNow(id);
    expect(contact.welcome).toMatchObject({ reason: null, providerCode: null });
    expect(contact.status.kind).toBe('pending_confirmation');
  });

  it('let a carrier correct itself: failed, then delivered', async () => {
    const { id, sid, path } = await texted();
    await postAsTwilio(world, { path, fields: statusFields(sid, 'undelivered', { ErrorCode: '30006' }) });
    expect((await world.shows(id, 'send_error')).chip.kind).toBe('not_a_cell_phone');
    await postAsTwilio(world, { path, fields: statusFields(sid, 'delivered') });
    expect((await world.shows(id, 'pending_confirmation')).chip.kind).toBe('valid_number');
  });

  it('may come before the answer to the request that they are about', async () => {
    const phone = newPhone();
    await world.sandbox.play(phone, { send: { kind: 'lose', how: 'hang', accepted: true } });
    const { id } = await world.contact(phone);
    await world.send(id);
    const [text] = await world.phoneGets(phone, 1);
    expect(await stateOf(id)).toBe('sending');
    const address = new URL(text!.statusCallback!);
    const path = address.pathname + address.search;
    await postAsTwilio(world, { path, fields: statusFields(text!.sid, 'delivered') });
    await world.shows(id, 'pending_confirmation');
    // The request's own end, a timeout, changes nothing any more.
    await vi.waitFor(
      async () => {
        const open = await world.database.query(
          `select 1 from pgboss.job where name = 'hand-over-text' and state <> 'completed'`,
        );
        expect(open).toHaveLength(0);
      },
      { timeout: 20_000, interval: 20 },
    );
    expect(await stateOf(id)).toBe('delivered');
  });

  it('are answered and left alone where they are about nothing of ours or say nothing', async () => {
    const { id, sid, path } = await texted();
    const before = await stored();
    const base = '/webhooks/twilio/status';
    const posts = {
      'unknown message': { path: base, fields: statusFields(messageSid(), 'delivered') },
      'unknown attempt': {
        path: `${base}?attempt=019ac000-0000-7000-8000-00000000ffff`,
        fields: statusFields(messageSid(), 'delivered'),
      },
      'attempt that is no id': {
        path: `${base}?attempt=%27--&x=1`,
        fields: statusFields(messageSid(), 'delivered'),
      },
      'no message': { path, fields: { MessageStatus: 'delivered' } },
      'no status': { path, fields: { MessageSid: sid } },
      'nothing at all': { path, fields: {} },
    };
    for (const [name, post] of Object.entries(posts)) {
      const answer = await postAsTwilio(world, post);
      expect([answer.status, answer.body], name).toEqual([204, '']);
    }
    expect(await stored()).toBe(before);
    await postAsTwilio(world, { path, fields: statusFields(sid, 'a_new_word') });
    await applied();
    expect(await stateOf(id)).toBe('accepted');
  });

  it('find their text by the message alone where they carry no attempt', async () => {
    const { id, sid } = await texted();
    await postAsTwilio(world, { path: '/webhooks/twilio/status', fields: statusFields(sid, 'delivered') });
    await world.shows(id, 'pending_confirmation');
    expect((await world.contactNow(id)).phone).not.toBe(SENDER);
  });

  it('about a second message of one attempt do not change the first', async () => {
    const { id, sid, path } = await texted();
    const other = messageSid();
    await postAsTwilio(world, { path, fields: statusFields(other, 'undelivered', { ErrorCode: '30006' }) });
    await applied();
    const [row] = await world.database.query<{ provider_id: string }>(
      'select provider_id from text_message where contact_id = $1',
      [id],
    );
    expect(row!.provider_id).toBe(sid);
    expect(await stateOf(id)).toBe('accepted');
  });
});
