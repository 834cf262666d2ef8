import type { Schemas } from '@keyholder/api-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEMO } from '../src/demo/demo-company.ts';
import { SENDER, tokenIn, World } from './support/world.ts';

const NOTICE = 'Riverside Alarm: you are opted out and get no more texts from us. Text START to come back.';

describe('what people reply', () => {
  let world: World;
  /** A person of each test's own: nobody has texted the number before. */
  let mobile: string;
  let people = 0;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    people += 1;
    mobile = `+121255530${String(people).padStart(2, '0')}`;
  });
  afterEach(() =>
    world.database.query('update brand set provider_answers_keywords = true, confirm_by_reply = false'),
  );

  const pending = async (phone = mobile): Promise<Schemas['Contact']> => {
    const contact = await world.contact(phone);
    await world.send(contact.id);
    await world.phoneGets(phone, 1);
    return world.shows(contact.id, 'pending_confirmation');
  };
  const reply = (body: string, phone = mobile): Promise<unknown> => world.sandbox.reply(phone, SENDER, body);
  const timeline = async (id: string): Promise<Schemas['TimelineEntry'][]> =>
    (await world.call<Schemas['Timeline']>('GET', `/contacts/${id}/timeline`)).body.items;
  const replied = (id: string, body: string): Promise<void> =>
    vi.waitFor(
      async () =>
        expect(
          (await timeline(id)).filter((entry) => entry.kind === 'reply').map((entry) => entry.body),
        ).toContain(body),
      { timeout: 20_000, interval: 25 },
    );
  /** Texts of ours to a phone; the sandbox's own keyword answers are the provider's. */
  const ours = async (phone = mobile): Promise<string[]> =>
    (await world.sandbox.textsTo(phone)).filter((text) => text.origin === 'api').map((text) => text.body);

  it.each(['STOP', 'stop', ' Unsubscribe ', 'CANCEL', 'End', 'quit', 'REVOKE', 'OPTOUT', 'StopAll'])(
    '%j opts out; the provider answers, we send nothing',
    async (word) => {
      const contact = await pending();
      await reply(word);
      const shown = await world.shows(contact.id, 'opted_out');
      expect(shown.optedOut).toMatchObject({ state: true, by: 'stop' });
      expect(shown.status.advice).toContain('They replied STOP.');
      await replied(contact.id, word);
      expect(await ours()).toHaveLength(1);
      const refused = await world.send(contact.id);
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({ code: 'opted-out' });
    },
  );

  it.each(['please stop', 'Remove me.', 'Pare por favor', "Arrêtez s'il vous plaît"])(
    '%j opts out, and because the provider does not know these words we say so once',
    async (words) => {
      const contact = await pending();
      await reply(words);
      await world.shows(contact.id, 'opted_out');
      await vi.waitFor(async () => expect(await ours()).toEqual([expect.anything(), NOTICE]), {
        timeout: 20_000,
        interval: 25,
      });
      await reply(words);
      await vi.waitFor(async () =>
        expect((await timeline(contact.id)).filter((entry) => entry.kind === 'reply')).toHaveLength(2),
      );
      expect((await ours()).filter((body) => body === NOTICE).length).toBe(1);
    },
  );

  it('STOP holds for every contact with the number, at every site of the brand; START brings everything back as it was', async () => {
    const first = await pending();
    const [text] = await world.sandbox.textsTo(mobile);
    await world.asPage(tokenIn(text!), 'POST', '/confirm', { pageVersion: 1, language: 'en' });
    await world.shows(first.id, 'confirmed');
    const second = await world.call<Schemas['Contact']>('POST', `/sites/${DEMO.sites[2].id}/contacts`, {
      name: 'Ana Pérez',
      phone: mobile,
    });
    expect(second.status).toBe(201);

    await reply('STOP');
    await world.shows(first.id, 'opted_out');
    await world.shows(second.body.id, 'opted_out');

    await reply('START');
    await world.shows(first.id, 'confirmed');
    await world.shows(second.body.id, 'not_sent');
    expect((await timeline(first.id)).map((entry) => entry.kind)).toEqual(
      expect.arrayContaining(['opted_out', 'opted_in']),
    );
  });

  it('STOP and START in quick turns are each heard, in their order', async () => {
    const contact = await pending();
    const turns = Array.from({ length: 8 }, () => ['STOP', 'START']).flat();
    const kept = async (): Promise<number> =>
      (await world.database.query(`select 1 from provider_event where payload->>'From' = $1`, [mobile]))
        .length;
    for (const [index, word] of turns.entries()) {
      await reply(word);
      await vi.waitFor(async () => expect(await kept()).toBe(index + 1), { timeout: 10_000, interval: 2 });
    }
    const heard = async (): Promise<string[]> =>
      (
        await world.database.query<{ kind: string }>(
          `select kind from consent_evidence where contact_id = $1 and kind like 'opted_%' order by seq`,
          [contact.id],
        )
      ).map(({ kind }) => kind);
    await vi.waitFor(async () => expect(await heard()).toHaveLength(turns.length), {
      timeout: 10_000,
      interval: 50,
    });
    expect(await heard()).toEqual(turns.map((word) => (word === 'STOP' ? 'opted_out' : 'opted_in')));
  });

  it('HELP is answered by the provider alone, or by us with the company’s phone where the provider does not', async () => {
    const contact = await pending();
    await reply('HELP');
    await replied(contact.id, 'HELP');
    expect(await ours()).toHaveLength(1);

    await world.database.query('update brand set provider_answers_keywords = false');
    await reply('ayuda');
    await vi.waitFor(async () => expect((await ours()).at(-1)).toContain('Questions? Call (212) 555-0199.'), {
      timeout: 20_000,
      interval: 25,
    });
  });

  it('YES sends the link again where the brand does not take it for a confirmation', async () => {
    const contact = await pending();
    world.clock.advance(2 * 60_000);
    await reply('YES');
    const texts = await vi.waitFor(
      async () => {
        const bodies = await ours();
        expect(bodies).toHaveLength(2);
        return bodies;
      },
      { timeout: 20_000, interval: 25 },
    );
    expect(tokenIn({ body: texts[0]! })).not.toBe(tokenIn({ body: texts[1]! }));
    expect((await world.contactNow(contact.id)).agreement.state).toBe('none');
  });

  it('YES confirms where the brand allows it and it can mean one contact only', async () => {
    await world.database.query('update brand set confirm_by_reply = true');
    const contact = await pending();
    await reply('Yes!');
    const confirmed = await world.shows(contact.id, 'confirmed');
    expect(confirmed.status.advice).toBe('Confirmed by replying YES.');
    expect(confirmed.tags.map((tag) => tag.kind)).toContain('confirmed_by_reply');
    await vi.waitFor(async () => expect(await ours()).toHaveLength(2), { timeout: 20_000, interval: 25 });
  });

  it('YES confirms nobody where two contacts of the number wait', async () => {
    await world.database.query('update brand set confirm_by_reply = true');
    const first = await pending();
    const second = (
      await world.call<Schemas['Contact']>('POST', `/sites/${DEMO.sites[2].id}/contacts`, {
        name: 'Ana',
        phone: mobile,
      })
    ).body;
    await world.send(second.id);
    await world.shows(second.id, 'pending_confirmation');
    world.clock.advance(2 * 60_000);
    await reply('yes');
    await vi.waitFor(async () => expect(await ours()).toHaveLength(3), { timeout: 20_000, interval: 25 });
    expect((await world.contactNow(first.id)).agreement.state).toBe('none');
    expect((await world.contactNow(second.id)).agreement.state).toBe('none');
  });

  it.each([
    ['Wrong number, sorry', 'Replied by text: this may be the wrong person.'],
    ['who is this?', 'Replied by text: does not know who is texting.'],
    ['Stop them! Somebody is breaking in', 'Replied by text: may want no more texts.'],
    ['I am on holiday until Monday', 'Replied by text.'],
  ])(
    '%j is words for the dealer: on the timeline, with a tag until read, and no opt-out',
    async (words, said) => {
      const contact = await pending();
      await reply(words);
      await replied(contact.id, words);
      const entry = (await timeline(contact.id)).find((one) => one.kind === 'reply');
      expect(entry?.text).toBe(said);
      const shown = await world.contactNow(contact.id);
      expect(shown.tags.map((tag) => tag.kind)).toContain('reply_to_read');
      expect(shown.status.kind).toBe('pending_confirmation');
      expect(await ours()).toHaveLength(1);

      await world.call('POST', `/contacts/${contact.id}/replies/read`);
      expect((await world.contactNow(contact.id)).tags).toEqual([]);
    },
  );

  it('a dealer can record the opt-out of somebody who said it in words', async () => {
    const contact = await pending();
    const answer = await world.call<Schemas['Contact']>('POST', `/contacts/${contact.id}/opt-out`);
    expect(answer.body.optedOut).toMatchObject({ state: true, by: 'dealer' });
    expect(answer.body.status.kind).toBe('opted_out');
  });

  it('words of a person with contacts at two sites go to the one texted last', async () => {
    const first = await pending();
    const second = (
      await world.call<Schemas['Contact']>('POST', `/sites/${DEMO.sites[2].id}/contacts`, {
        name: 'Ana',
        phone: mobile,
      })
    ).body;
    await world.send(second.id);
    await world.shows(second.id, 'pending_confirmation');
    await reply('Which site is this about?');
    await replied(second.id, 'Which site is this about?');
    expect((await timeline(first.id)).map((entry) => entry.kind)).not.toContain('reply');
  });

  it('words of somebody who was never texted go to nobody', async () => {
    const contact = await world.contact(mobile);
    await reply('hello');
    expect(await world.database.query('select 1 from reply where phone = $1', [mobile])).toEqual([]);
    expect((await world.contactNow(contact.id)).tags).toEqual([]);
    expect(await ours()).toEqual([]);
  });
});
