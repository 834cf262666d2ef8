import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { changesNothing, isProblem } from '../support/problems.ts';
import { everything } from '../support/tenants.ts';
import { World, type Answer } from '../support/world.ts';

const SHOWN = { pageVersion: 1, language: 'en' };
const DAY_MS = 24 * 60 * 60_000;

/** Everything that a page can ask with the token of its link. */
const CALLS: readonly (readonly [method: string, address: string, body?: unknown])[] = [
  ['GET', ''],
  ['HEAD', ''],
  ['POST', '/opened', SHOWN],
  ['POST', '/progress', { percent: 100 }],
  ['POST', '/confirm', SHOWN],
  ['POST', '/decline', { reason: 'wrong_person' }],
  ['POST', '/undo-decline'],
  ['POST', '/new-link'],
];

describe('tokens of welcome links that open nothing, and change nothing', () => {
  let world: World;
  let good: string;
  let revoked: string;
  let expired: string;
  beforeAll(async () => {
    world = await World.start();
    const dealer = new Dealer(world);
    const moved = await world.contact('+14155550131');
    revoked = await dealer.welcomes(moved.id);
    expect((await dealer.edits(moved.id, { phone: '+14155550132' })).status).toBe(200);
    expired = await dealer.welcomes((await world.contact('+14155550133')).id);
    world.clock.advance(31 * DAY_MS);
    // What a month brings with it (reminders, what is forgotten) comes now, not while a test looks for changes.
    await world.application.sweep();
    good = await dealer.welcomes((await world.contact('+12125550100')).id);
    await world.isCalm();
  });
  afterAll(() => world.stop());

  const refused = async (token: string, status: number, calls = CALLS): Promise<void> => {
    for (const [method, address, body] of calls) {
      const answer = await world.asPage(token, method, address, body);
      if (method === 'HEAD') expect(answer.status).toBe(status);
      else isProblem(answer, status);
    }
  };
  const otherLetter = (token: string, at: number): string =>
    token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);

  it.each<[string, () => string]>([
    ['unknown', () => randomBytes(16).toString('base64url')],
    ['altered at the beginning', () => otherLetter(good, 0)],
    ['altered in the middle', () => otherLetter(good, 11)],
    ['altered at the end', () => otherLetter(good, 21)],
    ['cut off', () => good.slice(0, -1)],
    ['with something behind it', () => `${good}A`],
    [
      'in other letters',
      () => good.toUpperCase().replaceAll('0', '1') + (good === good.toUpperCase() ? 'x' : ''),
    ],
    ['of all A', () => 'A'.repeat(22)],
    ['empty', () => ''],
    ['very long', () => 'A'.repeat(6_000)],
    ['an injection', () => "'or'1'='1"],
    ['a key of the API', () => world.access.apiKey],
    ['revoked: the number was changed', () => revoked],
  ])('%s', (_, token) => changesNothing(world, () => refused(token(), 404)));

  it('expired: says so, and opens nothing but the way to a new link', () =>
    changesNothing(world, () => refused(expired, 410, CALLS.slice(0, -1))));

  it('in the address, a cookie or another scheme', () =>
    changesNothing(world, async () => {
      const ask = (headers: Record<string, string>, query = ''): Promise<Answer> =>
        world.request('POST', `/api/welcome/confirm${query}`, headers, SHOWN);
      isProblem(await ask({}, `?t=${good}`), 404);
      isProblem(await ask({ cookie: `t=${good}` }), 404);
      isProblem(await ask({ authorization: `Basic ${good}` }), 404);
      isProblem(await ask({ 'x-token': good }), 404);
    }));

  it('as a key of the API', () =>
    changesNothing(world, async () => {
      isProblem(await world.call('GET', '/sites', undefined, good), 401);
    }));

  it("with words that the page's calls do not take", () =>
    changesNothing(world, async () => {
      const wrong: [string, unknown][] = [
        ['/confirm', {}],
        ['/confirm', { ...SHOWN, confirmed: true }],
        ['/confirm', { pageVersion: -1, language: 'en' }],
        ['/confirm', { pageVersion: 1, language: 'x'.repeat(10_000) }],
        ['/progress', { percent: 101 }],
        ['/progress', { percent: '100' }],
        ['/decline', { reason: 'bored' }],
        ['/decline', {}],
      ];
      for (const [address, body] of wrong) isProblem(await world.asPage(good, 'POST', address, body), 422);
    }));

  it('and the good one: GET and HEAD change nothing, however often they come', async () => {
    await changesNothing(world, async () => {
      for (const method of ['GET', 'HEAD', 'GET', 'HEAD']) {
        expect((await world.asPage(good, method)).status).toBe(200);
      }
      // Where a POST is needed a GET finds nothing.
      for (const [, address] of CALLS.slice(2)) {
        expect((await world.asPage(good, 'GET', address)).status).toBe(404);
      }
    });
    await world.listsHaveCaughtUp();
    const before = await everything(world);
    expect((await world.asPage(good, 'POST', '/confirm', SHOWN)).status).toBe(200);
    expect(await everything(world)).not.toEqual(before);
  });
});
