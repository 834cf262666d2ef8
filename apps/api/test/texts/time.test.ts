import type { Schemas } from '@keyholder/api-client';
import { magicNumber } from '@keyholder/twilio-sandbox';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEMO } from '../../src/demo/demo-company.ts';
import { Dealer } from '../support/dealer.ts';
import { World } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const phone = (n: number): string => `+12125553${String(n).padStart(3, '0')}`;

describe('what happens in time, without anybody asking', () => {
  let world: World;
  let dealer: Dealer;
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
  });
  afterAll(() => world.stop());

  const eventually = <T>(look: () => Promise<T>): Promise<T> =>
    vi.waitFor(look, { timeout: 60_000, interval: 25 });

  /** Sets the clock forward to the next moment at which it is this time of day in UTC. */
  const toHour = (hour: number): void => {
    const now = world.clock.now();
    const then = new Date(now);
    then.setUTCHours(hour, 0, 0, 0);
    if (then <= now) then.setUTCDate(then.getUTCDate() + 1);
    world.clock.advance(then.getTime() - now.getTime());
  };

  it('a contact who does not answer is reminded once, by day at the site', async () => {
    const site = await dealer.site({ timeZone: 'Etc/UTC' });
    const { id } = await dealer.adds(site.id, phone(1));
    toHour(22);
    await dealer.welcomes(id);
    world.clock.advance(2 * DAY);
    await world.application.sweep();
    await world.phoneGets(phone(1), 1);

    // Three days later it is night at the site: the reminder waits for the morning, and says so.
    world.clock.advance(DAY + HOUR);
    await world.application.sweep();
    await eventually(async () => {
      const [row] = await world.database.query<{ state: string; until: Date }>(
        `select state, hold_until as until from text_message where contact_id = $1 and kind = 'reminder'`,
        [id],
      );
      expect(row?.state).toBe('held');
      expect(row?.until.getUTCHours()).toBe(8);
      expect(row!.until.getTime()).toBeGreaterThan(world.clock.now().getTime());
    });
    await world.phoneGets(phone(1), 1);
    expect((await world.contactNow(id)).status.kind).toBe('pending_confirmation');

    toHour(8);
    await world.application.sweep();
    const [welcome, reminder] = await world.phoneGets(phone(1), 2);
    expect(reminder!.body.replace(/#\S+/u, '')).toBe(welcome!.body.replace(/#\S+/u, ''));
    world.clock.advance(9 * DAY);
    await world.application.sweep();
    await world.application.sweep();
    await world.phoneGets(phone(1), 2);
  });

  it('nobody is reminded who answered, or whose dealer wants no reminders', async () => {
    const site = await dealer.site({ timeZone: 'Etc/UTC' });
    const confirmed = await dealer.confirmed(site.id, phone(10));
    // What was delivered is told first, and that it was sent never counts.
    await world.sandbox.play(phone(11), { callbacks: { order: 'reversed' } });
    const { id: waiting } = await dealer.adds(site.id, phone(11));
    await dealer.welcomes(waiting);
    const before = await world.call<Schemas['TextingSettings']>('GET', '/texting/settings');
    expect(before.body).toEqual({
      reminderAfterDays: 3,
      quietHours: { from: '21:00', until: '08:00' },
      recheckAfterDays: 180,
    });
    const changed = await world.call('PUT', '/texting/settings', { ...before.body, reminderAfterDays: null });
    expect(changed.status, JSON.stringify(changed.body)).toBe(403);
    const cookie = await world.sessionOf(DEMO.people.robin.email);
    const put = (settings: unknown) =>
      world.request('PUT', '/api/v1/texting/settings', { cookie, origin: world.url }, settings);
    expect((await put({ ...before.body, reminderAfterDays: null })).status).toBe(200);
    toHour(12);
    world.clock.advance(4 * DAY);
    await world.application.sweep();
    await world.phoneGets(confirmed.phone, 2);
    await world.phoneGets(phone(11), 1);

    const refused = await put({ ...before.body, quietHours: { from: '22:00', until: '08:00' } });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      errors: [{ field: 'quietHours.from', accepted: 'a time from 17:00 to 21:00, as HH:MM' }],
    });
    expect((await put({ ...before.body, surprise: 1 })).status).toBe(422);
    expect((await put(before.body)).status).toBe(200);
    await world.application.sweep();
    await world.phoneGets(phone(11), 2);
  });

  it('what one press of Send sends goes at once, at night too', async () => {
    const site = await dealer.site({ timeZone: 'Etc/UTC' });
    toHour(23);
    const { id } = await dealer.adds(site.id, phone(20));
    await dealer.welcomes(id);
  });

  it('links end by themselves', async () => {
    const site = await dealer.site({ timeZone: 'Etc/UTC' });
    const { id } = await dealer.adds(site.id, phone(30));
    const token = await dealer.welcomes(id);
    expect((await world.asPage(token, 'GET')).body).toMatchObject({ state: 'ready' });
    world.clock.advance(31 * DAY);
    expect((await world.contactNow(id)).status).toMatchObject({ kind: 'link_expired' });
    expect((await world.asPage(token, 'GET')).status).toBe(410);
    expect((await world.asPage(token, 'POST', '/confirm', { pageVersion: 1, language: 'en' })).status).toBe(
      410,
    );
  });

  it('a look-up without a verdict is made again by itself, later and later', async () => {
    const number = magicNumber('lookupRecovers');
    const { id } = await world.contact(number);
    await world.call('POST', `/contacts/${id}/validation`);
    const chip = async () => (await world.contactNow(id)).chip.kind;
    expect(await chip()).toBe('could_not_check');
    await world.application.sweep();
    expect(await chip()).toBe('could_not_check');
    world.clock.advance(2 * MINUTE);
    await world.application.sweep();
    expect(await chip()).toBe('could_not_check');
    world.clock.advance(2 * MINUTE);
    await world.application.sweep();
    expect(await chip()).toBe('could_not_check');
    world.clock.advance(10 * MINUTE);
    await world.application.sweep();
    expect(await chip()).toBe('valid_number');
  });

  it('a verdict grows old, and is looked up again; a number that nobody has is forgotten', async () => {
    const { id } = await world.contact(phone(40));
    const gone = await world.contact(phone(41));
    for (const contact of [id, gone.id]) await world.call('POST', `/contacts/${contact}/validation`);
    await dealer.removes(gone.id);
    await world.sandbox.play(phone(40), { lookup: { kind: 'line', type: 'landline' } });
    world.clock.advance(179 * DAY);
    await world.application.sweep();
    expect((await world.contactNow(id)).chip.kind).toBe('valid_number');
    world.clock.advance(2 * DAY);
    await Promise.all([world.application.sweep(), world.application.sweep()]);
    expect((await world.contactNow(id)).chip.kind).toBe('not_a_cell_phone');
    const left = await world.database.query('select 1 from line_check where phone = $1', [phone(41)]);
    expect(left).toHaveLength(0);
  });

  it('a bounce makes a verdict old at once', async () => {
    const number = magicNumber('landlineAfterSend');
    const { id } = await world.contact(number);
    await world.call('POST', `/contacts/${id}/validation`);
    await world.sandbox.play(number, {
      lookup: { kind: 'line', type: 'landline' },
      callbacks: { statuses: ['sent', 'undelivered'], errorCode: 30006 },
    });
    await world.send(id);
    await world.shows(id, 'send_error');
    await world.application.sweep();
    expect((await world.contactNow(id)).lineCheck).toMatchObject({ lineType: 'landline' });
  });

  it('a STOP that no webhook told of is found by asking', async () => {
    const { id } = await world.contact(phone(50));
    await dealer.welcomes(id);
    const [text] = await world.sandbox.textsTo(phone(50));
    await world.sandbox.setInboundUrl('http://127.0.0.1:9/nobody');
    await world.sandbox.reply(phone(50), text!.from, 'STOP');
    await world.sandbox.setInboundUrl(`${world.url}/webhooks/twilio/inbound`);
    await world.application.sweep();
    await world.shows(id, 'opted_out');
    await world.application.sweep();
    await eventually(async () => {
      const replies = await world.database.query('select 1 from reply where contact_id = $1', [id]);
      expect(replies).toHaveLength(1);
    });
    // Another, while nobody was there for a week.
    const later = await world.contact(phone(51));
    await dealer.welcomes(later.id);
    await world.sandbox.setInboundUrl('http://127.0.0.1:9/nobody');
    await world.sandbox.reply(phone(51), text!.from, 'STOP');
    await world.sandbox.setInboundUrl(`${world.url}/webhooks/twilio/inbound`);
    world.clock.advance(7 * DAY);
    await world.application.sweep();
    await world.shows(later.id, 'opted_out');
  });
});
