import type { Schemas } from '@keyholder/api-client';
import { magicNumber } from '@keyholder/twilio-sandbox';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { addContact, addDealer, addSite } from '../support/tenants.ts';
import { World } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const phone = (n: number): string => `+1212555${String(n).padStart(4, '0')}`;

interface TextRow {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly try_number: number;
  readonly retry_of: string | null;
  readonly hold_reason: string | null;
}

const textsOf = (world: World, contactId: string): Promise<TextRow[]> =>
  world.database.query<TextRow>(
    `select id, state, reason, try_number, retry_of, hold_reason from text_message where contact_id = $1 order by queued_at, id`,
    [contactId],
  );

const statesOf = async (world: World, contactId: string): Promise<string[]> =>
  (await textsOf(world, contactId)).map(({ state }) => state);

const eventually = <T>(look: () => Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 60_000, interval: 25 });

/** A place where it is noon now: whatever the hour of the test, no night comes in between. */
const whereItIsNoon = (now: Date): string => {
  const east = 12 - now.getUTCHours();
  return `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
};

/** A contact at a site of its own, where it is noon. */
const contactAt = async (world: World, number: string): Promise<Schemas['Contact']> => {
  const dealer = new Dealer(world);
  const site = await dealer.site({ timeZone: whereItIsNoon(world.clock.now()) });
  return dealer.adds(site.id, number);
};

/** Time passes in which the worker is awake: what is due by then is found. */
const pass = async (world: World, milliseconds: number): Promise<void> => {
  world.clock.advance(milliseconds);
  await world.application.sweep();
};

describe('texts that were provably not sent', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());

  it('a text that grew old in the provider’s queue is sent again by itself, as a text of its own', async () => {
    const number = magicNumber('expired');
    const { id } = await contactAt(world, number);
    await world.send(id);
    await eventually(async () => expect(await statesOf(world, id)).toEqual(['failed', 'queued']));
    await world.phoneGets(number, 1);
    await world.sandbox.play(number, 'mobile');
    await pass(world, 7 * MINUTE);
    await world.delivered(id);
    const [first, second] = await textsOf(world, id);
    expect(second).toMatchObject({ state: 'delivered', try_number: 2, retry_of: first!.id });
    const [expired, arrived] = await world.phoneGets(number, 2);
    expect(arrived!.body).toBe(expired!.body);
    expect(arrived!.statusCallback).not.toBe(expired!.statusCallback);
  });

  it('nothing is sent again that somebody took back, answered or replaced', async () => {
    const number = magicNumber('queueOverflow');
    const { id } = await contactAt(world, number);
    await world.send(id);
    await eventually(async () => expect(await statesOf(world, id)).toEqual(['failed', 'queued']));
    expect((await world.send(id)).body).toMatchObject({ code: 'in-flight' });
    expect((await world.call('POST', `/contacts/${id}/welcome/cancel`)).status).toBeLessThan(300);
    await pass(world, 3 * HOUR);
    expect(await statesOf(world, id)).toEqual(['failed', 'cancelled']);
    await world.phoneGets(number, 1);
  });

  it('is given up after a day, and then says so', async () => {
    const number = phone(110);
    await world.sandbox.play(number, { callbacks: { statuses: ['failed'], errorCode: 30001 } });
    const { id } = await contactAt(world, number);
    await world.send(id);
    await eventually(async () => expect(await statesOf(world, id)).toEqual(['failed', 'queued']));
    await pass(world, 25 * HOUR);
    const contact = await world.shows(id, 'send_error');
    expect(contact.status.text).toBe('Send error: the carrier was too busy and gave up');
    await world.phoneGets(number, 2);
  });

  it('a carrier that delivers after all ends what was to be sent again', async () => {
    const number = phone(111);
    await world.sandbox.play(number, { callbacks: { statuses: ['failed', 'delivered'], errorCode: 30001 } });
    await world.sandbox.holdCallbacks();
    const { id } = await contactAt(world, number);
    await world.send(id);
    await world.phoneGets(number, 1);
    await world.sandbox.releaseCallbacks();
    await eventually(async () => expect((await statesOf(world, id))[0]).toBe('delivered'));
    await eventually(async () => expect(await statesOf(world, id)).not.toContain('queued'));
    await pass(world, HOUR);
    await world.phoneGets(number, 1);
  });

  it('the provider unreachable for an hour: every text arrives once it is back', async () => {
    const numbers = [phone(120), phone(121), phone(122)];
    for (const number of numbers) await world.sandbox.play(number, { send: { kind: 'refuse', code: 20429 } });
    const ids: string[] = [];
    for (const number of numbers) {
      const { id } = await contactAt(world, number);
      ids.push(id);
      await world.send(id);
    }
    const everyTextWaits = async (): Promise<void> => {
      for (const id of ids) {
        await eventually(async () => {
          const [row] = await world.database.query<{ waits: boolean }>(
            `select due_at > $2 as waits from text_message where contact_id = $1 and state = 'queued'`,
            [id, world.clock.now()],
          );
          expect(row?.waits).toBe(true);
        });
      }
    };
    // A text that is on its way to the provider while twenty minutes pass has lost its worker, as far as anybody can see.
    await everyTextWaits();
    for (let minute = 0; minute < 60; minute += 20) {
      await pass(world, 20 * MINUTE);
      await everyTextWaits();
    }
    for (const number of numbers) await world.sandbox.stopPlaying(number);
    await pass(world, 10 * MINUTE);
    for (const id of ids) await world.delivered(id);
    for (const number of numbers) await world.phoneGets(number, 1);
  });
});

describe('a brand whose set-up is wrong', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());

  const stopped = async (): Promise<boolean> => {
    const [row] = await world.database.query<{ stopped: boolean }>(
      'select bool_or(queue_stopped_at is not null) as stopped from brand',
    );
    return row!.stopped;
  };

  it('wrong credentials stop the queue: no text is lost, everybody sees why, and all go out once it is mended', async () => {
    const refused = phone(130);
    await world.sandbox.play(refused, { send: { kind: 'refuse', code: 20003 } });
    const first = await contactAt(world, refused);
    await world.send(first.id);
    const held = await world.shows(first.id, 'held');
    expect(held.status.advice).toContain('not set up correctly on our side');
    expect(await stopped()).toBe(true);

    const others = await Promise.all([131, 132, 133].map((n) => contactAt(world, phone(n))));
    for (const { id } of others) await world.send(id);
    for (const { id } of others) await world.shows(id, 'held');
    for (const n of [130, 131, 132, 133]) await world.phoneGets(phone(n), 0);

    const told = await world.call<Schemas['Texting']>('GET', '/texting');
    expect(told.body).toMatchObject({
      state: 'stopped',
      why: 'The provider of texts refuses our credentials.',
      waiting: 4,
    });

    // Not mended yet: the one text that is let through is refused again, and waits again.
    await pass(world, 2 * MINUTE);
    await eventually(async () => {
      const [row] = await world.database.query<{ probes: number }>(
        'select max(queue_probes) as probes from brand',
      );
      expect(row!.probes).toBe(1);
    });
    await world.shows(first.id, 'held');
    expect(await stopped()).toBe(true);

    await world.sandbox.stopPlaying(refused);
    await pass(world, 20 * MINUTE);
    for (const { id } of [first, ...others]) await world.delivered(id);
    expect(await stopped()).toBe(false);
    for (const n of [130, 131, 132, 133]) await world.phoneGets(phone(n), 1);
    const running = await world.call<Schemas['Texting']>('GET', '/texting');
    expect(running.body).toEqual({ state: 'running', why: null, nextStep: null, since: null, waiting: 0 });
  });

  it('a sender that carriers do not know: stops with the first refusal, runs again once one text arrives', async () => {
    const number = magicNumber('unregistered');
    const { id } = await contactAt(world, number);
    await world.send(id);
    await world.shows(id, 'held');
    const other = await contactAt(world, phone(140));
    await world.send(other.id);
    await world.shows(other.id, 'held');
    await world.phoneGets(number, 1);

    await pass(world, 2 * MINUTE);
    await world.delivered(other.id);
    await world.sandbox.play(number, 'mobile');
    await pass(world, MINUTE);
    await world.delivered(id);
    expect(await stopped()).toBe(false);
    await world.phoneGets(number, 2);
    await world.phoneGets(phone(140), 1);
  });

  it('whoever opted out while the queue stood still gets nothing when it runs again', async () => {
    const refused = phone(150);
    await world.sandbox.play(refused, { send: { kind: 'refuse', code: 20003 } });
    const first = await contactAt(world, refused);
    await world.send(first.id);
    await world.shows(first.id, 'held');
    const leaver = await contactAt(world, phone(151));
    await world.send(leaver.id);
    await world.shows(leaver.id, 'held');
    const optOut = await world.call('POST', `/contacts/${leaver.id}/opt-out`);
    expect(optOut.status, JSON.stringify(optOut.body)).toBeLessThan(300);
    await world.sandbox.stopPlaying(refused);
    await pass(world, 20 * MINUTE);
    await world.delivered(first.id);
    await eventually(async () => expect(await statesOf(world, leaver.id)).toEqual(['failed']));
    await world.phoneGets(phone(151), 0);
  });
});

describe('many texts waiting', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ roles: 'api,publisher' });
  });
  afterAll(() => world.stop());

  it('an answer overtakes welcomes, and one text of a small dealer does not wait for all of a large one’s', async () => {
    const LARGE = 40;
    const press = async (n: number): Promise<void> => {
      const { id } = await world.contact(phone(1_000 + n));
      expect((await world.send(id)).status).toBe(202);
    };
    await Promise.all(Array.from({ length: LARGE }, (_, n) => press(n)));
    const small = await addDealer(world);
    const site = await addSite(world, small);
    const contactId = await addContact(world, small, site, phone(2_000));
    const sent = await world.call(
      'POST',
      `/contacts/${contactId}/welcome`,
      { permission: 'spoken' },
      small.key,
    );
    expect(sent.status).toBe(202);
    await world.startWorker();
    await eventually(async () => expect(await world.sandbox.allTexts()).toHaveLength(LARGE + 1));
    const order = (await world.sandbox.allTexts()).map(({ to }) => to);
    // Twenty are handed over side by side; a process's first batches may hold the large dealer's only.
    expect(order.indexOf(phone(2_000))).toBeLessThan(25);
  }, 120_000);
});
