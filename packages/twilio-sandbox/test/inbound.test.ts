import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountSid, failureOf, from, service, settled, startWorld } from './harness.ts';
import type { World } from './harness.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.control.reset();
  await world.control.set({ advancedOptOut: false });
  world.receiver.received.length = 0;
  world.receiver.answers.splice(0, Infinity, { status: 204 });
});

const person = '+12125550123';
const send = () => world.client.messages.create({ to: person, from, body: 'Hello' });
const bodies = async () => (await world.control.textsTo(person)).map((text) => text.body);

test('a reply is posted to the inbound webhook, signed, with the documented fields', async () => {
  const { sid, webhookStatus, problem } = await world.control.reply(person, from, ' Yes, please 👍 ');
  expect({ webhookStatus, problem }).toEqual({ webhookStatus: 204, problem: null });
  const [call] = world.receiver.received;
  expect(call?.signed).toBe(true);
  expect(call?.path).toBe('/inbound');
  expect(call?.form).toEqual({
    ToCountry: 'US',
    ToState: '',
    ToCity: '',
    ToZip: '',
    FromCountry: 'US',
    FromState: '',
    FromCity: '',
    FromZip: '',
    SmsMessageSid: sid,
    SmsSid: sid,
    MessageSid: sid,
    SmsStatus: 'received',
    NumMedia: '0',
    NumSegments: '1',
    Body: ' Yes, please 👍 ',
    From: person,
    To: from,
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
  });
  expect(await world.client.messages(sid).fetch()).toMatchObject({
    direction: 'inbound',
    status: 'received',
  });
});

test('without a sender it goes to the one that texted last, and names its service', async () => {
  const failure = await failureOf(world.control.reply(person, undefined, 'Hi'));
  expect(failure.message).toContain('409');
  await send();
  await world.client.messages.create({ to: person, messagingServiceSid: service, body: 'Hello' });
  await settled(world.control);
  const sender = (await world.control.textsTo(person))[1]?.from;
  await world.control.reply(person, undefined, 'Hi');
  expect(world.receiver.received[0]?.form).toMatchObject({ To: sender, MessagingServiceSid: service });
});

describe('the answer', () => {
  test.each([
    ['text/xml', '<Response/>', [], null],
    [
      'text/xml',
      '<?xml version="1.0"?><Response><Message>A &amp; B &#233;</Message></Response>',
      ['A & B é'],
      null,
    ],
    [
      'application/xml',
      '<Response><Message><Body>One</Body></Message><Message>Two</Message></Response>',
      ['One', 'Two'],
      null,
    ],
    ['text/plain', 'OK', ['OK'], null],
    ['application/json', '{}', [], '12300'],
    ['text/xml', '<Response><Message>', [], '12100'],
    ['text/xml', '<Response><Redirect>/x</Redirect></Response>', [], '12200'],
  ])('%s %s texts %j', async (type, body, texts, problem) => {
    world.receiver.answers.splice(0, 1, { status: 200, type, body });
    const result = await world.control.reply(person, from, 'Hi');
    expect(result.problem?.slice(0, 5) ?? null).toBe(problem);
    await settled(world.control);
    expect(await bodies()).toEqual(texts);
    for (const text of await world.control.textsTo(person)) {
      expect(text).toMatchObject({
        direction: 'outbound-reply',
        origin: 'webhook',
        status: 'delivered',
        from,
      });
    }
  });

  test('an error is reported, and texts nothing', async () => {
    world.receiver.answers.splice(0, 1, { status: 500, type: 'text/plain', body: 'Internal Server Error' });
    expect(await world.control.reply(person, from, 'Hi')).toMatchObject({
      webhookStatus: 500,
      problem: '11200 HTTP retrieval failure',
    });
    expect(await bodies()).toEqual([]);
  });

  test('no webhook is no error', async () => {
    const url = `${world.receiver.url}/inbound`;
    await world.control.setInboundUrl(null);
    expect(await world.control.reply(person, from, 'Hi')).toMatchObject({
      webhookStatus: null,
      problem: null,
    });
    await world.control.setInboundUrl(url);
    expect(world.receiver.received).toEqual([]);
  });
});

describe('keywords', () => {
  test.each(['STOP', 'stopall', ' Unsubscribe ', 'cancel', 'end', 'quit', 'revoke', 'optout'])(
    '%s blocks the sender, gets one reply and still reaches the webhook',
    async (word) => {
      await world.control.reply(person, from, word);
      expect(await bodies()).toEqual([expect.stringMatching(/^You have successfully been unsubscribed\./)]);
      expect(world.receiver.received[0]?.form['Body']).toBe(word);
      expect(world.receiver.received[0]?.form).not.toHaveProperty('OptOutType');
      expect(await failureOf(send())).toMatchObject({ status: 400, code: 21610 });
      await world.control.reply(person, from, word);
      expect(await bodies()).toHaveLength(1);
      const other = await world.client.messages.create({ to: person, from: '+12025550198', body: 'Hi' });
      expect(other.status).toBe('queued');
    },
  );

  test('a text that only contains a keyword blocks nothing', async () => {
    await world.control.reply(person, from, 'Stop them!');
    expect(await bodies()).toEqual([]);
    expect((await send()).status).toBe('queued');
  });

  test.each(['START', 'yes', 'UNSTOP'])('%s unblocks', async (word) => {
    await world.control.reply(person, from, 'STOP');
    await world.control.reply(person, from, word);
    expect((await bodies())[1]).toMatch(/^You have successfully been re-subscribed/);
    expect((await send()).status).toBe('queued');
  });

  test('YES of someone who never stopped is a plain text', async () => {
    await world.control.reply(person, from, 'YES');
    expect(await bodies()).toEqual([]);
  });

  test('HELP is answered', async () => {
    await world.control.reply(person, from, 'help');
    expect(await bodies()).toEqual(['Reply STOP to unsubscribe. Msg&Data Rates May Apply.']);
  });

  test('an opt-out covers the whole Messaging Service', async () => {
    const create = () =>
      world.client.messages.create({ to: person, messagingServiceSid: service, body: 'Hi' });
    await create();
    await world.control.reply(person, undefined, 'STOP');
    expect(await failureOf(create())).toMatchObject({ code: 21610 });
    expect((await send()).status).toBe('queued');
    expect((await world.control.conversations())[0]?.optedOutOf).toEqual([service]);
  });

  test('a toll-free sender knows STOP and UNSTOP, in the words of the network', async () => {
    const tollFree = '+18335550199';
    await world.control.reply(person, tollFree, 'QUIT');
    expect(await bodies()).toEqual([]);
    await world.control.reply(person, tollFree, 'STOP');
    await world.control.reply(person, tollFree, 'YES');
    await world.control.reply(person, tollFree, 'unstop');
    expect(await bodies()).toEqual([
      expect.stringMatching(/^NETWORK MSG: You replied with the word "stop"/),
      expect.stringMatching(/^NETWORK MSG: You have replied "unstop"/),
    ]);
  });

  test.each([
    ['STOP', 'STOP'],
    ['YES', 'START'],
    ['INFO', 'HELP'],
  ])('with Advanced Opt-Out %s arrives with OptOutType %s and has been answered', async (word, type) => {
    await world.control.set({ advancedOptOut: true });
    await world.control.reply(person, from, word);
    expect(world.receiver.received[0]?.form).toMatchObject({ Body: word, OptOutType: type });
    expect(world.receiver.received[0]?.signed).toBe(true);
    expect(await bodies()).toHaveLength(1);
  });

  test('an answer to someone who has just stopped is not sent', async () => {
    world.receiver.answers.splice(0, 1, { status: 200, type: 'text/plain', body: 'Sorry to see you go' });
    expect((await world.control.reply(person, from, 'STOP')).problem).toMatch(/^21610/);
    expect(await bodies()).toHaveLength(1);
  });
});
