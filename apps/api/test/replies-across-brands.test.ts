import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Schemas } from '@keyholder/api-client';
import { messageSid, postAsTwilio, signature } from './support/twilio-webhook.ts';
import {
  addCompany,
  addContact,
  addDealer,
  addSite,
  contactOf,
  demoTenant,
  type Tenant,
} from './support/tenants.ts';
import { SECOND_SENDER, SENDER, World } from './support/world.ts';

const PHONE = '+12125550120';
const INBOUND = '/webhooks/twilio/inbound';

describe('replies of a number with contacts at several sites, dealers and brands', () => {
  let world: World;
  /** The dealer who texted last, another of the same brand, and one of another company's brand. */
  let last: Tenant;
  let other: Tenant;
  let stranger: Tenant;
  const contacts = new Map<Tenant, string>();

  beforeAll(async () => {
    world = await World.start();
    [last, other] = [demoTenant(world), await addDealer(world)];
    stranger = await addCompany(world, SECOND_SENDER);
    for (const tenant of [stranger, other, last]) {
      contacts.set(tenant, await addContact(world, tenant, await addSite(world, tenant), PHONE));
      if (tenant === stranger) continue;
      const address = `/contacts/${contacts.get(tenant)!}/welcome`;
      const sent = await world.call('POST', address, { permission: 'spoken' }, tenant.key);
      expect(sent.status).toBe(202);
      await shows(tenant, 'pending_confirmation');
    }
  });
  afterAll(() => world.stop());

  const of = (tenant: Tenant): Promise<Schemas['Contact']> => contactOf(world, tenant, contacts.get(tenant)!);

  const shows = (tenant: Tenant, kind: string) =>
    vi.waitFor(
      async () => {
        const contact = await of(tenant);
        expect(contact.status.kind).toBe(kind);
        return contact;
      },
      { timeout: 8_000, interval: 25 },
    );

  const inbound = (body: string, more: Record<string, string> = {}) => ({
    MessageSid: messageSid(),
    From: PHONE,
    To: SENDER,
    Body: body,
    NumMedia: '0',
    ...more,
  });

  const applied = () =>
    vi.waitFor(
      async () => {
        const open = await world.database.query('select 1 from provider_event where applied_at is null');
        expect(open).toHaveLength(0);
      },
      { timeout: 20_000, interval: 20 },
    );

  const replied = async (body: string) => {
    const result = await world.sandbox.reply(PHONE, SENDER, body);
    expect(result).toMatchObject({ webhookStatus: 204, problem: null });
    await applied();
  };

  const replies = (): Promise<{ dealer_id: string; body: string; meaning: string }[]> =>
    world.database.query('select dealer_id, body, meaning from reply order by at, id');

  /** Ours; what the provider answers to keywords by itself is no text of ours. */
  const ourTexts = async (): Promise<number> =>
    (await world.database.query<{ n: number }>('select count(*)::int as n from text_message'))[0]!.n;

  it('are refused unsigned or wrongly signed, and change nothing', async () => {
    const fields = inbound('STOP');
    for (const bad of [null, 'eA==', signature(world, INBOUND, { ...fields, Body: 'STOP ' })]) {
      const answer = await postAsTwilio(world, { path: INBOUND, fields, signature: bad });
      expect(answer.status).toBe(403);
    }
    expect(await replies()).toEqual([]);
    expect((await of(last)).optedOut.state).toBe(false);
  });

  it('words go to the dealer who texted last, and to nobody else', async () => {
    await replied('Is this about the back door?');
    await vi.waitFor(async () =>
      expect((await of(last)).tags).toContainEqual({ kind: 'reply_to_read', text: 'Reply to read' }),
    );
    expect((await of(other)).tags).toEqual([]);
    expect((await of(stranger)).tags).toEqual([]);
    expect(await replies()).toEqual([
      { dealer_id: last.dealerId, body: 'Is this about the back door?', meaning: 'words' },
    ]);
    expect(await ourTexts()).toBe(2);
  });

  it('a stop word inside a sentence stops nothing', async () => {
    await replied('Stop them! They are at the door');
    expect((await of(last)).optedOut.state).toBe(false);
    expect((await replies()).at(-1)).toMatchObject({ meaning: 'words' });
  });

  it('STOP holds for everybody of the brand with the number, and not for another brand', async () => {
    await replied('  sToP ');
    for (const tenant of [last, other]) {
      const contact = await shows(tenant, 'opted_out');
      expect(contact.optedOut).toMatchObject({ state: true, by: 'stop' });
    }
    expect((await of(stranger)).optedOut.state).toBe(false);
    for (const tenant of [last, other]) {
      const address = `/contacts/${contacts.get(tenant)!}/welcome`;
      const sent = await world.call('POST', address, { permission: 'spoken', sendAnyway: true }, tenant.key);
      expect(sent).toMatchObject({ status: 409, body: { code: 'opted-out' } });
    }
    // The provider has said so already: no second text.
    expect(await ourTexts()).toBe(2);
  });

  it('START brings it back as it was, and confirms nothing', async () => {
    await replied('start');
    for (const tenant of [last, other]) {
      const contact = await shows(tenant, 'pending_confirmation');
      expect(contact.agreement.state).toBe('none');
    }
  });

  it('one message that comes many times counts once', async () => {
    const before = (await replies()).length;
    const post = { path: INBOUND, fields: inbound('please stop') };
    const answers = await Promise.all(Array.from({ length: 6 }, () => postAsTwilio(world, post)));
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      Array.from({ length: 6 }, () => [204, '']),
    );
    await shows(last, 'opted_out');
    await postAsTwilio(world, post);
    await applied();
    expect(await replies()).toHaveLength(before + 1);
    const evidence = await world.database.query<{ dealer_id: string }>(
      `select dealer_id from consent_evidence where kind = 'opted_out' and detail->>'words' = 'please stop'`,
    );
    expect(evidence.map((row) => row.dealer_id).toSorted()).toEqual(
      [last.dealerId, other.dealerId].toSorted(),
    );
    // A phrase that the provider does not know: we confirm it, once.
    await vi.waitFor(async () => expect(await ourTexts()).toBe(3));
    await postAsTwilio(world, { path: INBOUND, fields: inbound('START') });
    await shows(last, 'pending_confirmation');
  });

  it('a late repetition of STOP does not undo a START that came after it', async () => {
    const stop = { path: INBOUND, fields: inbound('STOP') };
    await postAsTwilio(world, stop);
    await shows(last, 'opted_out');
    await postAsTwilio(world, { path: INBOUND, fields: inbound('START') });
    await shows(last, 'pending_confirmation');
    await postAsTwilio(world, stop);
    await applied();
    expect((await of(last)).optedOut.state).toBe(false);
  });

  it('to no sender of ours, from a stranger, or without words are answered and harm nobody', async () => {
    const count = (await replies()).length;
    for (const more of [
      { To: '+12125550111' },
      { From: '+12125550121' },
      { Body: '' },
      { From: 'not a number', Body: 'STOP' },
    ]) {
      const answer = await postAsTwilio(world, { path: INBOUND, fields: inbound('hello', more) });
      expect([answer.status, answer.body], JSON.stringify(more)).toEqual([204, '']);
    }
    await applied();
    // Only the one without words is from somebody we know.
    expect((await replies()).length - count).toBe(1);
    expect((await of(last)).optedOut.state).toBe(false);
  });
});
