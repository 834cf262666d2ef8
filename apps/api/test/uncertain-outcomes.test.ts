import { magicNumber } from '@keyholder/twilio-sandbox';
import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { UNTOLD, type Shown } from './support/outcomes.ts';
import { World } from './support/world.ts';

const MINUTE = 60_000;

describe('outcomes that nobody tells', () => {
  let world: World;
  const contacts = new Map<string, Schemas['Contact']>();
  const sent: string[] = [];

  beforeAll(async () => {
    world = await World.start({ providerTimeoutMs: 700 });
  });
  afterAll(() => world.stop());

  const wanted = (contact: Schemas['Contact']) => {
    const { kind, colour, text, advice } = contact.status;
    return { kind, colour, text, advice };
  };

  const becomes = (id: string, status: Shown['status'], states: readonly string[]) =>
    vi.waitFor(
      async () => {
        const contact = await world.contactNow(id);
        expect(wanted(contact)).toEqual(status);
        expect(states).toContain(contact.welcome.state);
        return contact;
      },
      { timeout: 8_000, interval: 30 },
    );

  /** The jobs that ask the provider have run, in whatever way they ended. */
  const noJobsAreLeft = () =>
    vi.waitFor(
      async () => {
        const [row] = await world.database.query<{ left: number }>(
          `select count(*)::int as left from pgboss.job
           where state in ('created', 'retry', 'active') and start_after <= now()`,
        );
        expect(row?.left).toBe(0);
      },
      { timeout: 10_000, interval: 30 },
    );

  // Five silences in a row would stop the brand's queue: the two that are answered come in between.
  const answered = ['callbacksForged', 'callbacksNone'];
  const silent = Object.keys(UNTOLD).filter((name) => !answered.includes(name));
  const inTurn = [...silent.slice(0, 3), answered[0]!, ...silent.slice(3), answered[1]!];
  it.each(inTurn.map((name) => [name, UNTOLD[name]!] as const))(
    '%s: it is not known what became of the text',
    async (name, row) => {
      const number = magicNumber(name);
      const contact = await world.contact(number);
      contacts.set(name, contact);
      expect((await world.send(contact.id)).status).toBe(202);
      await becomes(contact.id, row.before, ['uncertain', 'accepted']);
      const texts = await world.phoneGets(number, row.texts);
      sent.push(...texts.map((text) => text.to));
    },
  );

  it('the sweeper leaves them alone as long as an answer may come', async () => {
    await noJobsAreLeft();
    await world.application.sweep();
    await noJobsAreLeft();
    for (const [name, row] of Object.entries(UNTOLD)) {
      expect(wanted(await world.contactNow(contacts.get(name)!.id)), name).toEqual(row.before);
    }
    await world.nothingElseWasSent(...sent);
  });

  it('asks after five minutes, and shows what it hears; no text is sent by it', async () => {
    world.clock.advance(6 * MINUTE);
    await world.application.sweep();
    for (const [name, { asked }] of Object.entries(UNTOLD)) {
      if (asked === null) continue;
      const contact = await becomes(contacts.get(name)!.id, asked.status, ['delivered']);
      expect(contact.chip.kind, name).toBe(asked.chip);
    }
    await noJobsAreLeft();
    for (const [name, { asked, before }] of Object.entries(UNTOLD)) {
      if (asked === null)
        expect(wanted(await world.contactNow(contacts.get(name)!.id)), name).toEqual(before);
    }
    await world.nothingElseWasSent(...sent);
  });

  it('a person may send again, told that it may arrive twice', async () => {
    const number = magicNumber('lostAndUnlisted');
    const { id } = contacts.get('lostAndUnlisted')!;
    await world.sandbox.play(number, 'mobile');
    const refused = await world.send(id);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'outcome-unknown',
      detail: expect.stringContaining('may then arrive twice') as string,
    });
    await world.phoneGets(number, 1);
    expect((await world.send(id, { sendAnyway: true })).status).toBe(202);
    sent.push(number);
    await world.shows(id, 'pending_confirmation');
    await world.phoneGets(number, 2);
  });

  it('a callback with our attempt resolves a lost answer', async () => {
    const number = '+12125550177';
    await world.sandbox.play(number, { send: { kind: 'lose', how: 'reset', accepted: true } });
    await world.sandbox.holdCallbacks();
    const { id } = await world.contact(number);
    await world.send(id);
    await becomes(id, UNTOLD['lostAndSilent']!.before, ['uncertain']);
    await world.sandbox.releaseCallbacks();
    await world.shows(id, 'pending_confirmation');
    sent.push(number);
    await world.nothingElseWasSent(...sent);
  });

  it('a worker that died while sending leaves "uncertain" behind, and never a second text', async () => {
    const number = '+12125550178';
    await world.sandbox.holdCallbacks();
    const { id } = await world.contact(number);
    await world.send(id);
    await world.phoneGets(number, 1);
    sent.push(number);
    await noJobsAreLeft();
    // As a worker leaves it that is killed after its request and before the answer; nor can the provider be asked.
    await world.database.query(
      `update text_message set state = 'sending', provider_id = null, accepted_at = null where contact_id = $1`,
      [id],
    );
    await world.sandbox.reset();
    await world.sandbox.play(number, 'lostAndUnlisted');
    await world.application.sweep();
    expect((await world.contactNow(id)).welcome.state).toBe('sending');
    world.clock.advance(2 * MINUTE);
    await world.application.sweep();
    await becomes(id, UNTOLD['lostAndSilent']!.before, ['uncertain']);
    // Every further look, and the hand-over job run once more, send nothing.
    const [text] = await world.database.query<{ id: string }>(
      'select id from text_message where contact_id = $1',
      [id],
    );
    const again = await world.database.query(
      `insert into pgboss.job (name, data)
       select 'hand-over-text', jsonb_build_object('name', 'hand-over-text', 'textId', id,
         'tenant', jsonb_build_object('companyId', company_id, 'dealerId', dealer_id))
       from text_message where id = $1 returning id`,
      [text!.id],
    );
    expect(again).toHaveLength(1);
    world.clock.advance(6 * MINUTE);
    await world.application.sweep();
    await noJobsAreLeft();
    await becomes(id, UNTOLD['lostAndSilent']!.before, ['uncertain']);
    await world.phoneGets(number, 0);

    await world.sandbox.play(number, 'mobile');
    expect((await world.send(id)).status).toBe(409);
    expect((await world.send(id, { sendAnyway: true })).status).toBe(202);
    await world.shows(id, 'pending_confirmation');
    await world.nothingElseWasSent(number);
  });

  it('a text that lost its wake-up is sent once when the sweeper finds it', async () => {
    const number = '+12125550179';
    const { id } = await world.contact(number);
    await world.sandbox.play(number, { send: { kind: 'refuse', code: 20429, times: 1 } });
    await world.send(id);
    await vi.waitFor(
      async () => {
        const rows = await world.database.query(
          `select 1 from text_message where contact_id = $1 and state = 'queued' and postponed = 1`,
          [id],
        );
        expect(rows).toHaveLength(1);
      },
      { timeout: 20_000, interval: 20 },
    );
    await world.database.query(`delete from pgboss.job where state = 'created'`);
    world.clock.advance(3 * MINUTE);
    await Promise.all([world.application.sweep(), world.application.sweep()]);
    await world.shows(id, 'pending_confirmation');
    await noJobsAreLeft();
    await world.phoneGets(number, 1);
  });
});
