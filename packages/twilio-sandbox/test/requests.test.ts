import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, from, sdk, service, settled, startWorld } from './harness.ts';
import type { World } from './harness.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ apiKey: { sid: 'SKkey', secret: 'key-secret' } });
});
afterAll(() => world.close());
beforeEach(() => world.control.reset());

const to = '+12125550123';
const post = (fields: Record<string, string>) =>
  world.client.request({
    method: 'post',
    uri: `https://api.twilio.com/2010-04-01/Accounts/${world.client.accountSid}/Messages.json`,
    data: fields,
  });

describe('credentials', () => {
  test.each([
    ['a wrong token', 'AC0123456789abcdef0123456789abcdef', 'wrong'],
    ['a wrong account', 'ACffffffffffffffffffffffffffffffff', 'test-auth-token'],
    ['a wrong secret', 'SKkey', 'wrong'],
  ])('%s is refused with 20003', async (_name, user, password) => {
    const failure = await failureOf(
      sdk(world.sandbox.url, user, password).messages.create({ to, from, body: 'Hi' }),
    );
    expect(failure).toMatchObject({ status: 401, code: 20003, message: 'Authenticate' });
    expect(await world.control.allTexts()).toEqual([]);
  });

  test('an API key is accepted', async () => {
    const client = sdk(world.sandbox.url, 'SKkey', 'key-secret');
    expect((await client.messages.create({ to, from, body: 'Hi' })).sid).toMatch(/^SM[0-9a-f]{32}$/);
  });

  test('no credentials at all are refused', async () => {
    expect((await fetch(`${world.sandbox.url}/v2/PhoneNumbers/${to}`)).status).toBe(401);
  });
});

describe('what is wrong with a request', () => {
  const good = { To: to, From: from, Body: 'Hi' };
  test.each<[number, Record<string, string>]>([
    [21604, { From: from, Body: 'Hi' }],
    [21211, { ...good, To: '+1212555' }],
    [21603, { To: to, Body: 'Hi' }],
    [21212, { ...good, From: '12' }],
    [21602, { To: to, From: from }],
    [21602, { ...good, Body: '' }],
    [21617, { ...good, Body: 'x'.repeat(1601) }],
    [21609, { ...good, StatusCallback: '/status' }],
    [21609, { ...good, StatusCallback: 'ftp://example.com/' }],
    [21624, { ...good, ValidityPeriod: '0' }],
    [21624, { ...good, ValidityPeriod: '36001' }],
    [21705, { To: to, Body: 'Hi', MessagingServiceSid: 'MG1' }],
    [20001, { ...good, MediaUrl: 'https://example.com/a.png' }],
  ])('is answered with %i', async (code, fields) => {
    const answer = await post(fields);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toMatchObject({
      code,
      status: 400,
      more_info: `https://www.twilio.com/docs/errors/${code}`,
    });
    expect(await world.control.allTexts()).toEqual([]);
  });

  test('1600 characters and the longest validity pass', async () => {
    const answer = await post({ ...good, Body: 'x'.repeat(1600), ValidityPeriod: '36000' });
    expect(answer.statusCode).toBe(201);
    expect(answer.body).toMatchObject({ num_segments: '11' });
  });

  test('unknown addresses, accounts and messages are answered with 20404', async () => {
    const failures = await Promise.all([
      failureOf(world.client.messages(`SM${'0'.repeat(32)}`).fetch()),
      failureOf(world.client.api.v2010.accounts(`AC${'0'.repeat(32)}`).messages.list()),
      failureOf(world.client.calls.list()),
    ]);
    for (const failure of failures) expect(failure).toMatchObject({ status: 404, code: 20404 });
  });

  test('with a list of senders others are refused', async () => {
    const own = await startWorld({
      senders: [{ number: from }, { number: '+12025550198', messagingServiceSid: service }],
    });
    try {
      const wrongNumber = own.client.messages.create({ to, from: '+12025550111', body: 'Hi' });
      expect(await failureOf(wrongNumber)).toMatchObject({ code: 21606 });
      const other = `MG${'f'.repeat(32)}`;
      const wrongService = own.client.messages.create({ to, messagingServiceSid: other, body: 'Hi' });
      expect(await failureOf(wrongService)).toMatchObject({ status: 404, code: 21701 });
      await own.client.messages.create({ to, messagingServiceSid: service, body: 'Hi' });
      expect((await own.control.textsTo(to))[0]?.from).toBe('+12025550198');
    } finally {
      await own.close();
    }
  });
});

describe('messages', () => {
  test('from a number: first queued, then sent and delivered', async () => {
    const created = await world.client.messages.create({ to, from, body: 'Grüße 🚗', validityPeriod: 300 });
    expect(created).toMatchObject({
      status: 'queued',
      from,
      to,
      numSegments: '1',
      price: null,
      dateSent: null,
    });
    await settled(world.control);
    const later = await world.client.messages(created.sid).fetch();
    expect(later).toMatchObject({
      status: 'delivered',
      errorCode: null,
      price: '-0.00790',
      priceUnit: 'USD',
    });
    expect(later.dateSent?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test('through a service: first accepted without a sender, which then stays the same', async () => {
    const created = await world.client.messages.create({ to, messagingServiceSid: service, body: 'Hi' });
    expect(created).toMatchObject({ status: 'accepted', from: null, numSegments: '0' });
    await settled(world.control);
    const first = await world.client.messages(created.sid).fetch();
    expect(first).toMatchObject({ status: 'delivered', numSegments: '1', messagingServiceSid: service });
    await world.client.messages.create({ to, messagingServiceSid: service, body: 'Again' });
    const senders = (await world.control.textsTo(to)).map((text) => text.from);
    expect(senders).toEqual([first.from, first.from]);
  });

  test('the list filters by number and day, newest first, in pages', async () => {
    for (const body of ['1', '2', '3', '4', '5']) await world.client.messages.create({ to, from, body });
    await world.client.messages.create({ to: '+12125550124', from, body: 'other' });
    await settled(world.control);
    const list = async (options: Record<string, unknown>) =>
      (await world.client.messages.list(options)).map((message) => message.body);
    expect(await list({ to })).toEqual(['5', '4', '3', '2', '1']);
    expect(await list({ to, pageSize: 2 })).toEqual(['5', '4', '3', '2', '1']);
    expect(await list({ from, limit: 2 })).toEqual(['other', '5']);
    expect(await list({ from: '+12025550111' })).toEqual([]);
    const day = 86_400_000;
    expect(await list({ to, dateSentAfter: new Date(Date.now() - day) })).toHaveLength(5);
    expect(await list({ to, dateSentAfter: new Date(Date.now() + day) })).toEqual([]);
    expect(await list({ to, dateSentBefore: new Date(Date.now() + day) })).toHaveLength(5);
    expect(await list({ to, dateSentBefore: new Date(Date.now() - day) })).toEqual([]);
    const page = await world.client.messages.page({ to, pageSize: 2 });
    expect(page.instances).toHaveLength(2);
    // What arrives meanwhile does not shift the next page.
    await world.client.messages.create({ to, from, body: '6' });
    expect((await page.nextPage())?.instances.map((message) => message.body)).toEqual(['3', '2']);
  });

  test('a message not sent yet passes no date filter', async () => {
    await world.control.holdCallbacks();
    await world.client.messages.create({ to, from, body: 'Hi' });
    const sent = await world.client.messages.list({ to, dateSentAfter: new Date(0) });
    expect(sent).toEqual([]);
    expect(await world.client.messages.list({ to })).toHaveLength(1);
  });
});

describe('look-up', () => {
  test('a number in national format, with and without the package', async () => {
    const plain = await world.client.lookups.v2.phoneNumbers('07400 123456').fetch({ countryCode: 'GB' });
    expect(plain).toMatchObject({
      phoneNumber: '+447400123456',
      countryCode: 'GB',
      callingCountryCode: '44',
      valid: true,
      lineTypeIntelligence: null,
    });
    const full = await world.client.lookups.v2
      .phoneNumbers('(212) 555-0123')
      .fetch({ fields: 'line_type_intelligence' });
    expect(full.phoneNumber).toBe(to);
    expect(full.lineTypeIntelligence).toMatchObject({ type: 'mobile', carrierName: 'T-Mobile USA, Inc.' });
  });

  test.each([
    ['+1212555', 'TOO_SHORT'],
    ['+121255501234567', 'TOO_LONG'],
    ['+11115550123', 'INVALID_BUT_POSSIBLE'],
    ['+999123456789', 'INVALID_COUNTRY_CODE'],
    ['hello', 'NOT_A_NUMBER'],
  ])('%s is not valid: %s', async (number, error) => {
    const answer = await world.client.lookups.v2
      .phoneNumbers(number)
      .fetch({ fields: 'line_type_intelligence' });
    expect(answer).toMatchObject({ valid: false, validationErrors: [error], lineTypeIntelligence: null });
  });

  test('a misspelt field is refused', async () => {
    const failure = await failureOf(world.client.lookups.v2.phoneNumbers(to).fetch({ fields: 'line_type' }));
    expect(failure).toMatchObject({ status: 400, code: 20001 });
  });
});
