import type { Schemas } from '@keyholder/api-client';
import { magicNumber } from '@keyholder/twilio-sandbox';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { TwilioMessagePoll } from '../../src/adapters/twilio/twilio-message-poll.ts';
import { TwilioSender } from '../../src/adapters/twilio/twilio-sender.ts';
import { twilioClient } from '../../src/adapters/twilio/twilio-client.ts';
import type { DueWork } from '../../src/ports/due-work.ts';
import { TEXT_POLL, type TextPoll } from '../../src/ports/provider.ts';
import { TextDirectory } from '../../src/ports/text-directory.ts';
import { UnitOfWork } from '../../src/ports/unit-of-work.ts';
import { TextSweeper } from '../../src/texts/text-sweeper.ts';
import { addCompany, addContact, addDealer, addSite, contactOf, demoTenant } from '../support/tenants.ts';
import { SECOND_SENDER, World } from '../support/world.ts';

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

  it('of two who find a text that was held for the night, the later does not queue what the earlier handed over', async () => {
    const number = phone(109);
    await world.sandbox.play(number, { send: { kind: 'lose', how: 'hang', accepted: true } });
    await world.sandbox.holdCallbacks();
    const { id } = await contactAt(world, number);
    await world.send(id);
    await world.phoneGets(number, 1);
    const [row] = await textsOf(world, id);
    expect(row!.state).toBe('sending');
    const { app } = world.application;
    const found = [{ id: row!.id, tenant: demoTenant(world) }];
    const late: Partial<DueWork> = { heldTexts: () => Promise.resolve(found) };
    const sweeper = new TextSweeper(
      app.get(TextDirectory),
      late as DueWork,
      app.get(UnitOfWork),
      world.clock,
      app.get<TextPoll>(TEXT_POLL),
    );
    await sweeper.sweep();
    expect(await statesOf(world, id)).toEqual(['sending']);
    await world.sandbox.releaseCallbacks();
    await world.delivered(id);
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

describe('a queue that stands still', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ metrics: true });
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
    expect(held.status.advice).toContain('goes out by itself');
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

  it('whoever opted out or answered while the queue stood still gets nothing when it runs again', async () => {
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
    // Answered right before the text is handed over, so that nobody has taken it back yet.
    const answered = await Promise.all([152, 153].map((n) => contactAt(world, phone(n))));
    for (const { id } of answered) {
      await world.send(id);
      await world.shows(id, 'held');
    }
    const [confirmed, refuses] = answered.map(({ id }) => id);
    await world.database.query(
      `update contact set agreement_state = 'confirmed', confirmed_by = 'page', agreement_at = now() where id = $1`,
      [confirmed],
    );
    // What somebody has said of the number as another contact holds here too.
    await world.database.query(
      `insert into refused_number (company_id, dealer_id, site_id, phone, reason, at)
       select company_id, dealer_id, site_id, phone, 'not_wanted', now() from contact where id = $1`,
      [refuses],
    );
    await world.sandbox.stopPlaying(refused);
    await pass(world, 20 * MINUTE);
    await world.delivered(first.id);
    await eventually(async () => expect(await statesOf(world, leaver.id)).toEqual(['failed']));
    for (const { id } of answered) {
      await eventually(async () => expect(await statesOf(world, id)).toEqual(['cancelled']));
    }
    for (const n of [151, 152, 153]) await world.phoneGets(phone(n), 0);
  });

  const brandNow = async (): Promise<{ readonly cause: string | null; readonly probes: number }> => {
    const [row] = await world.database.query<{ cause: string | null; probes: number }>(
      `select queue_stopped_reason as cause, queue_probes as probes from brand where id = $1`,
      [demoTenant(world).brandId],
    );
    return row!;
  };

  const uncertain = async (): Promise<number> => {
    const [row] = await world.database.query<{ texts: number }>(
      `select count(*)::int as texts from text_message where state = 'uncertain'`,
    );
    return row!.texts;
  };

  const pressed = async (n: number): Promise<string> => {
    const { id } = await contactAt(world, phone(n));
    expect((await world.send(id)).status).toBe(202);
    return id;
  };

  /** The demo brand's queue stops: five texts in a row of which nobody knows. */
  const fiveLost = async (from: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let n = from; n < from + 5; n += 1) {
      ids.push(await pressed(n));
      const id = ids.at(-1)!;
      await eventually(async () => expect(await statesOf(world, id)).toEqual(['uncertain']));
    }
    return ids;
  };

  it('a provider that is down for an hour: five texts are uncertain, all others go out once afterwards, and everybody sees why', async () => {
    await world.sandbox.set({ outage: 'serverError' });
    await fiveLost(300);
    expect((await brandNow()).cause).toBe('provider_down');
    const kept: string[] = [];
    for (let n = 310; n < 318; n += 1) kept.push(await pressed(n));
    for (const id of kept)
      expect((await world.shows(id, 'held')).status.advice).toContain('goes out by itself');

    for (const [language, why] of [
      ['en', 'The provider of texts does not answer at the moment.'],
      ['es', 'El proveedor de mensajes no responde en este momento.'],
      ['fr', 'Le fournisseur de SMS ne répond pas en ce moment.'],
    ] as const) {
      const told = await world.request<Schemas['Texting']>('GET', '/api/v1/texting', {
        authorization: `Bearer ${world.access.apiKey}`,
        'accept-language': language,
      });
      expect(told.body).toMatchObject({ state: 'stopped', why, waiting: 8 });
    }
    const { host, port } = world.settings.metrics!;
    const figures = await (await fetch(`http://${host}:${port}/metrics`)).text();
    expect(figures).toMatch(/^keyholder_brand_queues_stopped\{.*cause="provider_down".*\} 1$/mu);

    // An hour, in two ways of not answering: each question at a longer distance, and none of them texts anybody.
    for (let minute = 0; minute < 60; minute += 10) {
      if (minute === 30) await world.sandbox.set({ outage: 'reset' });
      const before = (await brandNow()).probes;
      await pass(world, 10 * MINUTE);
      expect((await brandNow()).probes).toBeGreaterThan(before);
    }
    expect(await uncertain()).toBe(5);
    for (let n = 300; n < 318; n += 1) await world.phoneGets(phone(n), 0);

    await world.sandbox.set({ outage: null });
    await pass(world, 6 * MINUTE);
    for (const id of kept) await world.delivered(id);
    expect((await brandNow()).cause).toBe(null);
    expect(await uncertain()).toBe(5);
    for (let n = 300; n < 318; n += 1) await world.phoneGets(phone(n), n < 310 ? 0 : 1);
  }, 120_000);

  it('a provider that answers questions and takes no text: one text each time, not the whole queue; another brand’s go out', async () => {
    const other = await addCompany(world, SECOND_SENDER);
    const site = await addSite(world, other);
    const contactId = await addContact(world, other, site, phone(345));
    for (let n = 330; n < 343; n += 1)
      await world.sandbox.play(phone(n), { send: { kind: 'lose', how: 'reset', accepted: false } });
    await fiveLost(330);
    const before = await uncertain();
    const kept: string[] = [];
    for (let n = 335; n < 343; n += 1) kept.push(await pressed(n));

    await world.call('POST', `/contacts/${contactId}/welcome`, { permission: 'spoken' }, other.key);
    await eventually(async () =>
      expect((await contactOf(world, other, contactId)).welcome.state).toBe('delivered'),
    );

    for (let round = 0; round < 3; round += 1) {
      const { probes } = await brandNow();
      await pass(world, 6 * MINUTE);
      await eventually(async () => {
        const asked = (await brandNow()).probes;
        expect(asked).toBeGreaterThan(probes);
        expect(await uncertain()).toBe(before + asked);
      });
    }
    expect((await brandNow()).cause).toBe('provider_down');

    for (let n = 330; n < 343; n += 1) await world.sandbox.stopPlaying(phone(n));
    await pass(world, 6 * MINUTE);
    await eventually(async () => expect((await brandNow()).cause).toBe(null));
    for (const [index, id] of kept.entries()) {
      const [lost] = (await statesOf(world, id)).map((state) => state === 'uncertain');
      if (!lost) await world.delivered(id);
      await world.phoneGets(phone(335 + index), lost ? 0 : 1);
    }
  }, 120_000);

  it('silences with answers in between stop nothing; a refusal takes the place of a silence', async () => {
    for (let n = 350; n < 354; n += 1) {
      await world.sandbox.play(phone(n), { send: { kind: 'lose', how: 'serverError', accepted: false } });
      const id = await pressed(n);
      await eventually(async () => expect(await statesOf(world, id)).toEqual(['uncertain']));
    }
    await world.delivered(await pressed(354));
    await world.sandbox.play(phone(355), { send: { kind: 'lose', how: 'serverError', accepted: false } });
    await pressed(355);
    await world.delivered(await pressed(356));
    expect((await brandNow()).cause).toBe(null);

    await world.sandbox.set({ outage: 'serverError' });
    await fiveLost(360);
    await world.sandbox.play(phone(365), { send: { kind: 'refuse', code: 20003 } });
    const refused = await pressed(365);
    await world.shows(refused, 'held');
    await world.sandbox.set({ outage: null });
    await pass(world, 6 * MINUTE);
    await eventually(async () => expect((await brandNow()).cause).toBe('credentials'));
    await world.shows(refused, 'held');
    await world.sandbox.stopPlaying(phone(365));
    await pass(world, 20 * MINUTE);
    await world.delivered(refused);
    await world.phoneGets(phone(365), 1);
  }, 120_000);

  it('a request that never left is told from one that was lost', async () => {
    const at = (baseUrl: string) => twilioClient({ ...world.settings.twilio, baseUrl }, 10_000);
    const text = {
      attemptId: 'a0000000-0000-4000-8000-000000000000',
      companyId: 'a0000000-0000-4000-8000-000000000000',
      to: phone(370),
      body: 'Hello',
      sender: { kind: 'number', e164: SECOND_SENDER },
    } as const;
    const nobody = at(`http://localhost:${await world.freePort()}`);
    expect(await new TwilioSender(nobody, new URL(world.url)).send(text)).toEqual({ kind: 'unreachable' });
    expect(await new TwilioMessagePoll(nobody).answers()).toBe(false);
    const unnamed = at('http://provider.invalid');
    expect(await new TwilioSender(unnamed, new URL(world.url)).send(text)).toEqual({ kind: 'unreachable' });

    const there = at(world.settings.twilio.baseUrl!);
    for (const [outage, cause] of [
      ['reset', 'connection_lost'],
      ['serverError', 'server_error'],
    ] as const) {
      await world.sandbox.set({ outage });
      const lost = await new TwilioSender(there, new URL(world.url)).send(text);
      expect(lost).toEqual({ kind: 'unknown', cause });
      expect(await new TwilioMessagePoll(there).answers()).toBe(false);
    }
    await world.sandbox.set({ outage: null });
    expect(await new TwilioMessagePoll(there).answers()).toBe(true);
    const refused = twilioClient({ ...world.settings.twilio, authToken: 'wrong' });
    expect(await new TwilioMessagePoll(refused).answers()).toBe(true);
  });
});

describe('many texts waiting', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ roles: 'api,publisher' });
  });
  afterAll(() => world.stop());

  it('an answer overtakes welcomes, and one text of a small dealer does not wait for all of a large one’s', async () => {
    const LARGE = 100;
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
    // A process's first batches, 48 texts, are handed over side by side in any order.
    expect(order.indexOf(phone(2_000))).toBeLessThan(50);
  }, 120_000);
});
