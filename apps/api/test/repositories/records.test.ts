import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHONE, Stores } from '../support/stores.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await Stores.open();
});
afterAll(() => stores.stop());

const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds, 123));
const phones = (function* () {
  for (let last = 2000; ; last += 1) yield `+1212556${last}`;
})();
const newPhone = (): string => phones.next().value;

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));

describe('opt-outs', () => {
  const set = (phone: string, out: boolean, second: number, source: 'stop' | 'page' = 'stop') =>
    stores.run((s) => s.optOuts.set(stores.brandId, phone, out, source, at(second)), stores.company);
  const find = (phone: string) => stores.run((s) => s.optOuts.find(stores.brandId, phone), stores.company);

  const statements = [
    { out: true, second: 1 },
    { out: false, second: 2 },
    { out: false, second: 3 },
    { out: true, second: 4 },
    { out: true, second: 5 },
  ];

  it('what was said last stands, in whatever order it arrives', async () => {
    for (const said of [statements, statements.slice(0, 3), statements.slice(1), statements.slice(2, 4)]) {
      const last = said.at(-1)!;
      for (const order of permutations(said)) {
        const phone = newPhone();
        for (const { out, second } of order) await set(phone, out, second);
        expect((await find(phone)).state, JSON.stringify(order)).toBe(last.out);
      }
    }
  });

  it('said at the same time by several, it changes once', async () => {
    const phone = newPhone();
    const answers = await Promise.all([1, 2, 3, 4].map((second) => set(phone, true, second)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect((await find(phone)).state).toBe(true);
  });

  it('one that stands keeps its source and date; clearing what was never set is no change', async () => {
    const phone = newPhone();
    expect(await set(phone, false, 1)).toBe(false);
    expect(await set(phone, true, 2, 'page')).toBe(true);
    expect(await set(phone, true, 3, 'stop')).toBe(false);
    expect(await find(phone)).toEqual({ state: true, by: 'page', at: at(2) });
    expect(await set(phone, false, 4)).toBe(true);
    expect(await find(phone)).toMatchObject({ state: false });
  });

  it('finds everybody with the number whose dealer has the brand', async () => {
    const phone = newPhone()
      .replace('+1212556', '+1212555')
      .replace(/\d{4}$/u, '0180');
    const [mine, theirs] = [await stores.contact({ phone }), await stores.contact({ phone }, stores.sibling)];
    const found = await stores.run((s) => s.optOuts.contactsWith(stores.brandId, phone), stores.company);
    expect(found.map((one) => one.contactId).toSorted()).toEqual([mine, theirs].toSorted());
    const asDealer = await stores.run((s) => s.optOuts.contactsWith(stores.brandId, phone));
    expect(asDealer.map((one) => one.contactId)).toEqual([mine]);
  });
});

describe('replies and provider events', () => {
  it('a reply is kept once', async () => {
    const contactId = await stores.contact();
    const reply = {
      contactId,
      dealerId: stores.dealer.dealerId,
      phone: PHONE,
      body: 'Hello',
      meaning: 'words',
      warning: null,
      providerId: 'SM1',
      at: at(1),
    } as const;
    const answers = await Promise.all([1, 2, 3].map(() => stores.run((s) => s.replies.add(reply))));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect((await stores.run((s) => s.contacts.load(contactId)))!.facts.unreadReplies).toBe(1);
    expect(await stores.run((s) => s.replies.markRead(contactId, at(2)))).toBe(true);
    expect(await stores.run((s) => s.replies.markRead(contactId, at(2)))).toBe(false);
    expect((await stores.run((s) => s.contacts.load(contactId)))!.facts.unreadReplies).toBe(0);
  });

  it('an event is kept once, whoever brings it and however often', async () => {
    const event = { key: 'status:SM9:sent', kind: 'status', payload: { Body: 'é"\\' }, at: at(1) } as const;
    const add = () =>
      stores.run((s) => Promise.all([s.providerEvents.add(event), s.providerEvents.add(event)]));
    const kept = (await Promise.all([add(), add(), add(), add()])).flat().filter((one) => one !== null);
    expect(kept).toHaveLength(1);
    expect(await add()).toEqual([null, null]);
    const eventId = kept[0]!;
    expect(await stores.run((s) => s.providerEvents.load(eventId))).toEqual({
      kind: 'status',
      payload: event.payload,
      receivedAt: event.at,
      applied: false,
    });
    await stores.run((s) => s.providerEvents.markApplied(eventId, at(2)));
    expect(await stores.run((s) => s.providerEvents.load(eventId))).toMatchObject({ applied: true });
  });

  it('an event whose transaction fails can come again', async () => {
    const event = { key: 'status:SM10:sent', kind: 'status', payload: {}, at: at(1) } as const;
    const fails = stores.run(async (s) => {
      await s.providerEvents.add(event);
      throw new Error('on purpose');
    });
    await expect(fails).rejects.toThrow('on purpose');
    expect(await stores.run((s) => s.providerEvents.add(event))).not.toBeNull();
  });

  it('of many events those that are new are kept, in their places', async () => {
    const event = (n: number) =>
      ({ key: `status:SM${n}:sent`, kind: 'status', payload: { n: String(n) }, at: at(n) }) as const;
    await stores.run((s) => s.providerEvents.add(event(21)));
    const ids = await stores.run((s) => Promise.all([23, 21, 22].map((n) => s.providerEvents.add(event(n)))));
    expect(ids).toEqual([expect.any(String), null, expect.any(String)]);
    const [first, , third] = ids;
    for (const [id, n] of [
      [first!, 23],
      [third!, 22],
    ] as const)
      expect(await stores.run((s) => s.providerEvents.load(id))).toMatchObject({ payload: { n: String(n) } });
  });
});
