import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { magicNumber, magicNumbers } from '../src/index.ts';
import { failureOf, from, sdk, settled, startWorld } from './harness.ts';
import type { World } from './harness.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.control.reset();
  world.receiver.received.length = 0;
});

const lookUp = (number: string, client = world.client) =>
  client.lookups.v2.phoneNumbers(number).fetch({ fields: 'line_type_intelligence' });
const send = (number: string, client = world.client) =>
  client.messages.create({ to: number, from, body: `To ${number}`, statusCallback: world.statusUrl });

/** What is to be seen of each row, said apart from the table. */
interface Expected {
  type?: string | null;
  lookupError?: number;
  lookupStatus?: number;
  valid?: false;
  refused?: number;
  last?: string;
  errorCode?: number;
}
const expectations: Record<string, Expected> = {
  mobile: {},
  mobileCanada: {},
  mobileUk: {},
  mobileFrance: {},
  sentOnly: { last: 'sent' },
  landline: { type: 'landline', last: 'undelivered', errorCode: 30006 },
  textEnabledLandline: { type: 'landline' },
  landlineUk: { type: 'landline', last: 'undelivered', errorCode: 30006 },
  landlineFrance: { type: 'landline', refused: 21635 },
  nonFixedVoip: { type: 'nonFixedVoip' },
  fixedVoip: { type: 'fixedVoip', last: 'undelivered', errorCode: 30006 },
  tollFree: { type: 'tollFree' },
  premium: { type: 'premium', last: 'undelivered', errorCode: 30006 },
  sharedCost: { type: 'sharedCost', last: 'undelivered', errorCode: 30006 },
  personal: { type: 'personal' },
  uan: { type: 'uan', last: 'undelivered', errorCode: 30006 },
  voicemail: { type: 'voicemail', last: 'undelivered', errorCode: 30006 },
  pager: { type: 'pager', last: 'undelivered', errorCode: 30006 },
  unknownType: { type: 'unknown' },
  lookupNoData: { type: null, lookupError: 60600 },
  lookupUnsupportedCountry: { type: null, lookupError: 60607 },
  lookupProviderError: { type: null, lookupError: 60608 },
  lookupNotValid: { valid: false, refused: 21211 },
  lookupUnavailable: { lookupStatus: 503 },
  lookupRateLimited: { lookupStatus: 429 },
  unreachableHandset: { last: 'undelivered', errorCode: 30003 },
  blocked: { last: 'undelivered', errorCode: 30004 },
  unknownHandset: { last: 'undelivered', errorCode: 30005 },
  landlineAfterSend: { last: 'undelivered', errorCode: 30006 },
  filtered: { last: 'undelivered', errorCode: 30007 },
  unknownError: { last: 'undelivered', errorCode: 30008 },
  queueOverflow: { last: 'failed', errorCode: 30001 },
  unregistered: { last: 'undelivered', errorCode: 30034 },
  expired: { last: 'failed', errorCode: 30036 },
  providerTimeout: { last: 'undelivered', errorCode: 30410 },
  temporarilyBlocked: { last: 'undelivered', errorCode: 30450 },
  invalidTo: { refused: 21211 },
  notMobile: { refused: 21614 },
  optedOut: { refused: 21610 },
  unreachableRoute: { refused: 21612 },
  regionOff: { refused: 21408 },
  unverifiedTrial: { refused: 21608 },
};

/** Rows with a test of their own, here or in callbacks.test.ts. */
const testedApart = [
  'lookupRecovers',
  'lookupHangs',
  'rateLimited',
  'errorBeforeAcceptance',
  'errorAfterAcceptance',
  'resetAfterAcceptance',
  'resetBeforeAcceptance',
  'hangsAfterAcceptance',
  'hangsBeforeAcceptance',
  'lostAndSilent',
  'lostAndUnlisted',
  'callbacksLate',
  'callbacksTwice',
  'callbacksReversed',
  'callbacksFirst',
  'callbacksForged',
  'callbacksExtraFields',
  'callbacksNone',
];

test('every row is tested, and no name or number twice', () => {
  const names = magicNumbers.map((row) => row.name);
  expect(names.toSorted()).toEqual([...Object.keys(expectations), ...testedApart].toSorted());
  expect(new Set(magicNumbers.map((row) => row.number)).size).toBe(magicNumbers.length);
  expect(() => magicNumber('no such row')).toThrow('no such row');
});

test('every number is valid and written in E.164', () => {
  for (const { number } of magicNumbers) {
    const parsed = parsePhoneNumberFromString(number);
    expect({ number, valid: parsed?.isValid(), e164: parsed?.number }).toEqual({
      number,
      valid: true,
      e164: number,
    });
  }
});

describe.each(Object.entries(expectations))('%s', (name, expected) => {
  const number = magicNumber(name);

  test('look-up', async () => {
    if (expected.lookupStatus !== undefined) {
      expect(await failureOf(lookUp(number))).toMatchObject({ status: expected.lookupStatus });
      return;
    }
    const answer = await lookUp(number);
    expect(answer.valid).toBe(expected.valid ?? true);
    if (expected.valid === false) {
      expect(answer.lineTypeIntelligence).toBeNull();
      return;
    }
    const type = expected.type === undefined ? 'mobile' : expected.type;
    expect(answer.lineTypeIntelligence).toMatchObject({ type, errorCode: expected.lookupError ?? null });
    const hasCarrier =
      type === null ? false : ['mobile', 'landline', 'nonFixedVoip', 'fixedVoip'].includes(type);
    expect(typeof answer.lineTypeIntelligence?.carrierName === 'string').toBe(hasCarrier);
  });

  test('text', async () => {
    if (expected.refused !== undefined) {
      expect(await failureOf(send(number))).toMatchObject({ status: 400, code: expected.refused });
      expect(await world.control.allTexts()).toEqual([]);
      return;
    }
    const { sid } = await send(number);
    await settled(world.control);
    const last = expected.last ?? 'delivered';
    expect(await world.client.messages(sid).fetch()).toMatchObject({
      status: last,
      errorCode: expected.errorCode ?? null,
    });
    const callbacks = world.receiver.received.map(({ form }) => form);
    const statuses = ['sent', 'failed'].includes(last) ? [last] : ['sent', last];
    expect(callbacks.map((form) => form['MessageStatus'])).toEqual(statuses);
    expect(callbacks.at(-1)?.['ErrorCode']).toBe(expected.errorCode?.toString());
    expect(world.receiver.received.every(({ signed }) => signed)).toBe(true);
  });
});

test('lookupRecovers: down twice, then a mobile, again and again', async () => {
  const number = magicNumber('lookupRecovers');
  for (let round = 0; round < 2; round += 1) {
    expect(await failureOf(lookUp(number))).toMatchObject({ status: 503, code: 20503 });
    expect(await failureOf(lookUp(number))).toMatchObject({ status: 503 });
    expect((await lookUp(number)).lineTypeIntelligence).toMatchObject({ type: 'mobile' });
  }
});

test('lookupHangs: the caller gives up', async () => {
  const impatient = sdk(world.sandbox.url, undefined, undefined, 100);
  expect(await failureOf(lookUp(magicNumber('lookupHangs'), impatient))).toMatchObject({
    code: 'ECONNABORTED',
  });
});

test('rateLimited: refused twice, then accepted', async () => {
  const number = magicNumber('rateLimited');
  expect(await failureOf(send(number))).toMatchObject({ status: 429, code: 20429 });
  expect(await failureOf(send(number))).toMatchObject({ status: 429, code: 20429 });
  expect(await world.control.allTexts()).toEqual([]);
  await send(number);
  expect(await world.control.textsTo(number)).toHaveLength(1);
});

describe.each([
  ['errorBeforeAcceptance', { status: 500, code: 20500 }, false],
  ['errorAfterAcceptance', { status: 500, code: 20500 }, true],
  ['resetBeforeAcceptance', { code: 'ECONNRESET' }, false],
  ['resetAfterAcceptance', { code: 'ECONNRESET' }, true],
  ['hangsBeforeAcceptance', { code: 'ECONNABORTED' }, false],
  ['hangsAfterAcceptance', { code: 'ECONNABORTED' }, true],
])('%s', (name, failure, accepted) => {
  test(accepted ? 'the text is delivered all the same' : 'no text exists', async () => {
    const number = magicNumber(name);
    const impatient = sdk(world.sandbox.url, undefined, undefined, name.startsWith('hangs') ? 150 : 5_000);
    expect(await failureOf(send(number, impatient))).toMatchObject(failure);
    await settled(world.control);
    const statuses = (await world.control.textsTo(number)).map((text) => text.status);
    expect(statuses).toEqual(accepted ? ['delivered'] : []);
    expect(await world.client.messages.list({ to: number })).toHaveLength(accepted ? 1 : 0);
    expect(world.receiver.received).toHaveLength(accepted ? 2 : 0);
  });
});

test.each([
  ['lostAndSilent', 1],
  ['lostAndUnlisted', 0],
])('%s: no callback, and in the list %i times', async (name, listed) => {
  const number = magicNumber(name);
  expect(await failureOf(send(number))).toMatchObject({ code: 'ECONNRESET' });
  await settled(world.control);
  expect(await world.control.textsTo(number)).toMatchObject([{ status: 'delivered' }]);
  expect(world.receiver.received).toEqual([]);
  expect(await world.client.messages.list({ to: number })).toHaveLength(listed);
});

test('the package’s README names every number and what it plays', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const rows = readme.split('\n').filter((line) => line.startsWith('|'));
  const missing = magicNumbers.filter(
    ({ number, plays }) => !rows.some((row) => row.includes(` ${number} `) && row.includes(`| ${plays} `)),
  );
  expect(missing).toEqual([]);
});
