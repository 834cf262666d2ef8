import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Clock } from '../src/index.ts';
import { magicNumber } from '../src/index.ts';
import { accountSid, from, service, settled, startWorld } from './harness.ts';
import type { World } from './harness.ts';

/** Waits that the sandbox asked for; none is really waited for. */
const waits: number[] = [];
const clock: Clock = {
  now: () => new Date(),
  async sleep(ms) {
    waits.push(ms);
  },
};

let world: World;
beforeEach(async () => {
  waits.length = 0;
  world = await startWorld({ clock });
});
afterEach(() => world.close());

const to = '+12125550123';
const send = (number = to, statusCallback = world.statusUrl) =>
  world.client.messages.create({ to: number, from, body: 'Hi', statusCallback });
const statuses = () => world.receiver.received.map(({ form }) => form['MessageStatus']);

test('carry the documented fields, are signed, and keep the fragment to themselves', async () => {
  const { sid } = await send();
  await settled(world.control);
  expect(statuses()).toEqual(['sent', 'delivered']);
  const [sent, delivered] = world.receiver.received;
  expect(sent?.path).toBe('/status?attempt=1');
  expect(sent?.signed).toBe(true);
  const common = {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    From: from,
    To: to,
    MessageSid: sid,
    SmsSid: sid,
  };
  expect(sent?.form).toEqual({ ...common, MessageStatus: 'sent', SmsStatus: 'sent' });
  expect(delivered?.form).toEqual({
    ...common,
    MessageStatus: 'delivered',
    SmsStatus: 'delivered',
    RawDlrDoneDate: expect.stringMatching(/^\d{10}$/),
  });
  expect(delivered?.headers['content-type']).toContain('application/x-www-form-urlencoded');
});

test('of a Messaging Service begin with queued and name the service', async () => {
  const statusCallback = world.statusUrl;
  await world.client.messages.create({ to, messagingServiceSid: service, body: 'Hi', statusCallback });
  await settled(world.control);
  expect(statuses()).toEqual(['queued', 'sent', 'delivered']);
  expect(world.receiver.received[0]?.form['MessagingServiceSid']).toBe(service);
});

test('are not posted where no StatusCallback was given', async () => {
  await world.client.messages.create({ to, from, body: 'Hi' });
  await settled(world.control);
  expect(await world.control.textsTo(to)).toMatchObject([{ status: 'delivered' }]);
  expect(world.receiver.received).toEqual([]);
});

test('callbacksLate: long after the message has been delivered', async () => {
  await world.control.set({ latencyMs: 10 });
  await send(magicNumber('callbacksLate'));
  await settled(world.control);
  expect(waits).toEqual([10, 10, 400]);
  expect(statuses()).toEqual(['sent', 'delivered']);
});

test('callbacksTwice, callbacksReversed, callbacksNone', async () => {
  await send(magicNumber('callbacksTwice'));
  await settled(world.control);
  expect(statuses()).toEqual(['sent', 'sent', 'delivered', 'delivered']);
  world.receiver.received.length = 0;
  await send(magicNumber('callbacksReversed'));
  await settled(world.control);
  expect(statuses()).toEqual(['delivered', 'sent']);
  world.receiver.received.length = 0;
  const { sid } = await send(magicNumber('callbacksNone'));
  await settled(world.control);
  expect(statuses()).toEqual([]);
  expect(await world.client.messages(sid).fetch()).toMatchObject({ status: 'delivered' });
});

test('callbacksFirst: before the answer, which still shows the first status', async () => {
  const created = await send(magicNumber('callbacksFirst'));
  expect(statuses()).toEqual(['sent', 'delivered']);
  expect(created.status).toBe('queued');
});

test('callbacksForged: the signature is wrong', async () => {
  await send(magicNumber('callbacksForged'));
  await settled(world.control);
  expect(world.receiver.received.map(({ signed }) => signed)).toEqual([false, false]);
});

test('callbacksExtraFields: unknown fields are signed too', async () => {
  await send(magicNumber('callbacksExtraFields'));
  await settled(world.control);
  expect(world.receiver.received.map(({ signed }) => signed)).toEqual([true, true]);
  expect(world.receiver.received[0]?.form['CarrierHint']).toBe('naïve & “new”');
});

test('are repeated after a 5xx as the fragment says, with one idempotency token', async () => {
  world.receiver.answers.splice(0, 1, { status: 500 }, { status: 503 }, { status: 204 });
  await send();
  await settled(world.control);
  expect(statuses()).toEqual(['sent', 'sent', 'sent', 'delivered']);
  const tokens = world.receiver.received.map(({ headers }) => headers['i-twilio-idempotency-token']);
  expect(new Set(tokens.slice(0, 3)).size).toBe(1);
  expect(tokens[3]).not.toBe(tokens[0]);
  expect(
    (await world.control.callbacks()).map(({ attempt, responseStatus }) => [attempt, responseStatus]),
  ).toEqual([
    [1, 500],
    [2, 503],
    [3, 204],
    [1, 204],
  ]);
});

test('are given up after rc retries', async () => {
  world.receiver.answers.splice(0, 1, { status: 500 });
  await send(to, `${world.receiver.url}/status#rc=2&rp=5xx`);
  await settled(world.control);
  expect(statuses()).toEqual(['sent', 'sent', 'sent', 'delivered', 'delivered', 'delivered']);
});

test('without a fragment a 5xx loses them, and only a refused connection is tried once more', async () => {
  world.receiver.answers.splice(0, 1, { status: 500 });
  await send(to, `${world.receiver.url}/status`);
  await settled(world.control);
  expect(statuses()).toEqual(['sent', 'delivered']);
  await world.receiver.close();
  await send('+12125550124', `${world.receiver.url}/status`);
  await settled(world.control);
  const attempts = (await world.control.callbacks()).filter(({ responseStatus }) => responseStatus === null);
  expect(attempts.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual([
    'sent 1',
    'sent 2',
    'delivered 1',
    'delivered 2',
  ]);
  expect(attempts[0]?.problem).toContain('ECONNREFUSED');
  // The afterEach hook closes it.
  world.receiver.close = async () => undefined;
});

test('can be held, let go one by one, and released', async () => {
  await world.control.holdCallbacks();
  const { sid } = await send();
  expect(await world.control.state()).toMatchObject({ held: true, pending: 1 });
  expect(await world.client.messages(sid).fetch()).toMatchObject({ status: 'queued' });
  expect(await world.control.stepCallbacks('+12125550199')).toBe(0);
  expect(await world.control.stepCallbacks(to)).toBe(1);
  await vi.waitFor(() => expect(statuses()).toEqual(['sent']));
  expect(await world.control.textsTo(to)).toMatchObject([{ status: 'sent' }]);
  await world.control.releaseCallbacks();
  await settled(world.control);
  expect(statuses()).toEqual(['sent', 'delivered']);
});

test('a reset forgets texts, callbacks and scenarios, and lets nothing old arrive', async () => {
  await world.control.play(to, 'landline');
  await world.control.holdCallbacks();
  await send();
  await world.control.reset();
  expect(await world.control.state()).toMatchObject({ held: false, pending: 0, scenarios: {} });
  expect(await world.control.allTexts()).toEqual([]);
  expect(await world.control.callbacks()).toEqual([]);
  expect(world.receiver.received).toEqual([]);
});

test('any number can play a row, or a scenario of its own', async () => {
  await world.control.play(to, 'landlineAfterSend');
  await send();
  await settled(world.control);
  expect(await world.control.textsTo(to)).toMatchObject([{ status: 'undelivered', errorCode: 30006 }]);
  await world.control.play(to, { send: { kind: 'refuse', code: 21614 } });
  await expect(send()).rejects.toMatchObject({ code: 21614 });
  await world.control.stopPlaying(to);
  expect((await send()).status).toBe('queued');
});

test('a scenario that cannot be played is refused', async () => {
  await expect(world.control.play(to, 'no such row')).rejects.toThrow('400');
  const misspelt = { callbacks: { copys: 2 } } as object;
  await expect(world.control.play(to, misspelt)).rejects.toThrow('400');
  await expect(world.control.play('212', 'landline')).rejects.toThrow('400');
});
