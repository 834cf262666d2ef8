import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokenIn, World } from './support/world.ts';

const DAY = 24 * 60 * 60 * 1000;
const SHOWN = { pageVersion: 1, language: 'en' };

describe('the calls of the welcome page', () => {
  let world: World;
  let contact: Schemas['Contact'];
  let token: string;
  /** A person of each test's own. */
  let mobile: string;
  let people = 0;
  beforeAll(async () => {
    world = await World.start();
  });
  beforeEach(async () => {
    people += 1;
    mobile = `+121255530${String(people).padStart(2, '0')}`;
    contact = await world.contact(mobile);
    await world.send(contact.id);
    const [text] = await world.phoneGets(mobile, 1);
    token = tokenIn(text!);
    await world.shows(contact.id, 'pending_confirmation');
  });
  afterAll(() => world.stop());

  it('a decline can be taken back, and only then confirmed', async () => {
    const declined = await world.asPage<Schemas['WelcomeState']>(token, 'POST', '/decline', {
      reason: 'not_wanted',
    });
    expect(declined.body).toMatchObject({ state: 'declined', declineReason: 'not_wanted' });
    expect((await world.shows(contact.id, 'declined')).status.colour).toBe('red');
    expect((await world.asPage(token, 'POST', '/confirm', SHOWN)).status).toBe(409);
    expect((await world.send(contact.id)).status).toBe(409);

    const undone = await world.asPage<Schemas['WelcomeState']>(token, 'POST', '/undo-decline');
    expect(undone.body).toMatchObject({ state: 'ready', declineReason: null });
    expect((await world.asPage<Schemas['WelcomeState']>(token, 'POST', '/confirm', SHOWN)).body.state).toBe(
      'confirmed',
    );
    await world.shows(contact.id, 'confirmed');
  });

  it('somebody who confirmed can be taken off the site', async () => {
    await world.asPage(token, 'POST', '/confirm', SHOWN);
    await world.asPage(token, 'POST', '/decline', { reason: 'wrong_person' });
    expect((await world.shows(contact.id, 'declined')).status.text).toBe('Declined: wrong person');
  });

  it('an expired link says so, confirms nothing, and brings a new link to the number on file', async () => {
    world.clock.advance(31 * DAY);
    const expired = await world.asPage<Schemas['Problem']>(token, 'GET');
    expect(expired.status).toBe(410);
    expect(expired.body.code).toBe('link-expired');
    expect((await world.asPage(token, 'POST', '/confirm', SHOWN)).status).toBe(410);
    expect((await world.contactNow(contact.id)).status.kind).toBe('link_expired');

    expect((await world.asPage(token, 'POST', '/new-link')).status).toBe(202);
    const texts = await world.phoneGets(mobile, 2);
    const tokens = texts.map((text) => tokenIn(text));
    expect(new Set(tokens).size).toBe(2);
    const fresh = tokens.find((one) => one !== token)!;
    expect((await world.asPage<Schemas['WelcomeState']>(fresh, 'POST', '/confirm', SHOWN)).body.state).toBe(
      'confirmed',
    );
    expect((await world.asPage(token, 'POST', '/new-link')).status).toBe(409);
  });

  it('asking for new links over and over texts nobody more than a resend would', async () => {
    world.clock.advance(31 * DAY);
    expect((await world.asPage(token, 'POST', '/new-link')).status).toBe(202);
    await world.phoneGets(mobile, 2);
    await world.delivered(contact.id);
    const again = await world.asPage<Schemas['Problem']>(token, 'POST', '/new-link');
    expect(again.status).toBe(429);
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await world.sandbox.textsTo(mobile)).toHaveLength(2);
  });

  it('earlier links to the same number go on working', async () => {
    world.clock.advance(2 * 60_000);
    expect((await world.send(contact.id)).status).toBe(202);
    await world.phoneGets(mobile, 2);
    expect((await world.asPage<Schemas['WelcomeState']>(token, 'POST', '/confirm', SHOWN)).body.state).toBe(
      'confirmed',
    );
  });

  it('somebody who has opted out is told so and confirms nothing', async () => {
    await world.call('POST', `/contacts/${contact.id}/opt-out`);
    expect((await world.asPage<Schemas['WelcomeState']>(token, 'GET')).body.state).toBe('opted_out');
    const answer = await world.asPage<Schemas['Problem']>(token, 'POST', '/confirm', SHOWN);
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('opted-out');
  });

  it('progress never goes back', async () => {
    for (const percent of [50, 25, 75, 50]) await world.asPage(token, 'POST', '/progress', { percent });
    expect((await world.asPage<Schemas['WelcomeState']>(token, 'GET')).body.watchedPercent).toBe(75);
  });
});
