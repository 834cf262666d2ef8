import { ALLOWED_FROM, TEXT_STATES } from '@keyholder/domain/welcome/text-message';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHONE, Stores } from '../support/stores.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await Stores.open();
});
afterAll(() => stores.stop());

const AT = new Date(Date.UTC(2026, 0, 1));

describe('texts', () => {
  it('move exactly as the domain’s table allows, from each state to each', async () => {
    const id = await stores.text(await stores.contact());
    for (const from of TEXT_STATES) {
      for (const to of TEXT_STATES) {
        await stores.database.query('update text_message set state = $2 where id = $1', [id, from]);
        const moved = await stores.run((s) => s.texts.move(id, to, { at: AT }));
        expect(moved, `${from} to ${to}`).toBe(ALLOWED_FROM[to].includes(from) ? from : null);
        expect((await stores.run((s) => s.texts.load(id)))!.state).toBe(moved === null ? from : to);
      }
    }
  });

  it('of several workers who claim one at once, one has it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await stores.text(await stores.contact());
      const claims = await Promise.all(
        [1, 2, 3, 4].map(() => stores.run((s) => s.texts.move(id, 'sending', { at: AT }))),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    }
  });

  it('of two that end one differently at once, one wins and the row is whole', async () => {
    const id = await stores.text(await stores.contact());
    const [claimed, cancelled] = await Promise.all([
      stores.run((s) => s.texts.move(id, 'sending', { at: AT })),
      stores.run((s) => s.texts.move(id, 'cancelled', { at: AT })),
    ]);
    expect([claimed, cancelled].filter(Boolean)).toHaveLength(1);
    const [row] = await stores.database.query<{ state: string; claimed: boolean; cancelled: boolean }>(
      `select state, claimed_at is not null as claimed, cancelled_at is not null as cancelled
       from text_message where id = $1`,
      [id],
    );
    expect(row).toEqual({
      state: claimed === null ? 'cancelled' : 'sending',
      claimed: claimed !== null,
      cancelled: cancelled !== null,
    });
  });

  it('a carrier that corrects itself takes the failure back', async () => {
    const id = await stores.text(await stores.contact());
    await stores.run((s) => s.texts.move(id, 'sending', { at: AT }));
    await stores.run((s) =>
      s.texts.move(id, 'failed', { at: AT, reason: 'landline', providerCode: '30006' }),
    );
    expect((await stores.run((s) => s.texts.load(id)))!.reason).toBe('landline');
    await stores.run((s) => s.texts.move(id, 'delivered', { at: AT }));
    expect(await stores.run((s) => s.texts.load(id))).toMatchObject({ state: 'delivered', reason: null });
  });

  it('going back to the queue is counted, and the time to come kept', async () => {
    const id = await stores.text(await stores.contact());
    const dueAt = new Date(AT.getTime() + 60_000);
    await stores.run((s) => s.texts.move(id, 'sending', { at: AT }));
    await stores.run((s) => s.texts.move(id, 'queued', { at: AT, dueAt }));
    expect((await stores.run((s) => s.texts.load(id)))!.postponed).toBe(1);
    const rows = await stores.database.query('select 1 from text_message where id = $1 and due_at = $2', [
      id,
      dueAt,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('one of a kind to one number is in flight, also when two are added at once', async () => {
    const contact = await stores.contact();
    const add = () =>
      stores.text(contact).then(
        () => 'added',
        (error: unknown) => (error as { code?: string }).code,
      );
    expect((await Promise.all([add(), add()])).map(String).toSorted()).toEqual(['23505', 'added']);
    await stores.text(contact, { kind: 'confirmation' });
    for (const state of ['queued', 'held', 'sending']) {
      await stores.database.query(`update text_message set state = $2 where contact_id = $1`, [
        contact,
        state,
      ]);
      expect(await add(), state).toBe('23505');
    }
    await stores.database.query(`update text_message set state = 'accepted' where contact_id = $1`, [
      contact,
    ]);
    expect(await add()).toBe('added');
  });

  it('a provider’s id is kept once and belongs to one text', async () => {
    const [first, second] = [
      await stores.text(await stores.contact()),
      await stores.text(await stores.contact()),
    ];
    await stores.run((s) => s.texts.identify(first, 'SM1'));
    await stores.run((s) => s.texts.identify(first, 'SM2'));
    expect((await stores.run((s) => s.texts.load(first)))!.providerId).toBe('SM1');
    expect(await stores.run((s) => s.texts.identify(second, 'SM1'))).toBe(false);
    expect((await stores.run((s) => s.texts.load(second)))!.providerId).toBeNull();
  });

  it('the contact whom a number was last texted about is found across dealers of the brand', async () => {
    const phone = '+12125550140';
    const mine = await stores.contact({ phone });
    const theirs = await stores.contact({ phone }, stores.sibling);
    await stores.text(mine, { phone, at: new Date(1000) });
    const text = stores.newText(theirs, { phone, at: new Date(2000) });
    await stores.run((s) => s.texts.add(text), stores.sibling);
    const last = () => stores.run((s) => s.texts.lastContactTexted(stores.brandId, phone), stores.company);
    expect(await last()).toMatchObject({ contactId: theirs, dealerId: stores.sibling.dealerId });
    await stores.text(mine, { phone, kind: 'help', at: new Date(3000) });
    expect(await last()).toMatchObject({ contactId: mine });
    expect(
      await stores.run((s) => s.texts.lastContactTexted(stores.brandId, '+12125550141'), stores.company),
    ).toBeNull();
  });
});

describe('links', () => {
  it('are kept as a hash only: the token is nowhere in the database', async () => {
    const contactId = await stores.contact();
    const link = { contactId, phone: PHONE, at: AT, expiresAt: new Date(AT.getTime() + 1000) };
    const { linkId } = await stores.run((s) => s.links.add(link));
    const token = await stores.run((s) => s.links.tokenOf(linkId));
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/u);
    const tables = await stores.database.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const hash = stores.tokens.hash(token).toString('hex');
    const where = { token: [] as string[], hash: [] as string[] };
    for (const { name } of tables) {
      for (const [what, needle] of [
        ['token', token],
        ['token', Buffer.from(token).toString('hex')],
        ['hash', hash],
      ] as const) {
        const found = await stores.database.query(`select 1 from ${name} t where t::text like $1`, [
          `%${needle}%`,
        ]);
        if (found.length > 0) where[what].push(name);
      }
    }
    expect(where).toEqual({ token: [], hash: ['public.link'] });
  });

  it('of one contact have tokens of their own, and the same token each time it is asked for', async () => {
    const contactId = await stores.contact();
    const link = { contactId, phone: PHONE, at: AT, expiresAt: AT };
    const ids = [await stores.run((s) => s.links.add(link)), await stores.run((s) => s.links.add(link))].map(
      ({ linkId }) => linkId,
    );
    const tokens = await stores.run((s) => Promise.all(ids.map((id) => s.links.tokenOf(id))));
    expect(new Set(tokens).size).toBe(2);
    expect(await stores.run((s) => s.links.tokenOf(ids[0]!))).toBe(tokens[0]);
    await expect(stores.run((s) => s.links.tokenOf(ids[0]!), stores.sibling)).rejects.toThrow();
  });
});
