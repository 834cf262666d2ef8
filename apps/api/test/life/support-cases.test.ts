import { randomUUIDv7 } from 'node:crypto';
import type { Schemas } from '@keyholder/api-client';
import { magicNumber } from '@keyholder/twilio-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { addApiKey, addDealer, demoTenant } from '../support/tenants.ts';
import { World } from '../support/world.ts';

type Case = Schemas['SupportCase'] & Schemas['Problem'];

describe('asking support about a contact', () => {
  let world: World;
  let dealer: Dealer;
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
  });
  afterAll(() => world.stop());

  const ask = (id: string, body: unknown, key?: string) =>
    world.call<Case>('POST', `/contacts/${id}/support-cases`, body, key);

  it('puts everything that is known into the case, as it was then', async () => {
    const phone = magicNumber('landlineAfterSend');
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, phone);
    await world.call('POST', `/contacts/${id}/validation`);
    await world.send(id);
    const failed = await world.shows(id, 'send_error');
    const [text] = await world.sandbox.textsTo(phone);
    const opened = await ask(id, { message: 'It is a cell phone.\nI called it.', disputedCheck: true });
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({
      contactId: id,
      state: 'open',
      disputedCheck: true,
      openedBy: 'Demo key',
      notes: [{ body: 'It is a cell phone.\nI called it.', by: 'Demo key' }],
    });
    const { bundle } = opened.body;
    expect(bundle).toMatchObject({
      contact: failed,
      site: { id: site.id, name: site.name, accountNumber: site.accountNumber },
      providerCodes: ['30006'],
      messageIds: [text!.sid],
      texts: [{ state: 'failed', providerCode: '30006', messageId: text!.sid, to: phone, from: text!.from }],
    });
    expect(bundle.carrier).toBe(failed.lineCheck.carrier);
    expect(bundle.carrier).not.toBeNull();
    expect(bundle.timeline.map(({ kind }) => kind)).toEqual(
      // Not "sent": the carrier's refusal may be told before it.
      expect.arrayContaining(['created', 'line_checked', 'permission_stated', 'text_failed']),
    );
    expect(JSON.stringify(bundle)).not.toMatch(/#[A-Za-z0-9_-]{22}/u);
    expect(await dealer.timeline(id)).toContain('Support was asked: the line check is disputed.');
    await dealer.edits(id, { title: 'Owner' });
    const listed = await world.call<Schemas['SupportCases']>('GET', `/contacts/${id}/support-cases`);
    expect(listed.body.items).toEqual([opened.body]);
    await world.nothingElseWasSent(phone);
  });

  it('adds to the open case when asked again, also by many at once', async () => {
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, '+16465550190');
    const answers = await Promise.all(['a', 'b', 'c'].map((message) => ask(id, { message })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 201]);
    const silent = await ask(id, {});
    expect([silent.status, silent.body.notes.length, silent.body.disputedCheck]).toEqual([200, 3, false]);
    const disputed = await ask(id, { disputedCheck: true });
    expect([disputed.status, disputed.body.disputedCheck]).toEqual([200, true]);
    const listed = await world.call<Schemas['SupportCases']>('GET', `/contacts/${id}/support-cases`);
    expect(listed.body.items).toHaveLength(1);
    expect(listed.body.items[0]?.notes.map(({ body }) => body).toSorted()).toEqual(['a', 'b', 'c']);
    expect((await dealer.timeline(id)).filter((words) => words.startsWith('Support was'))).toEqual([
      ...Array.from({ length: 4 }, () => 'Support was asked again.'),
      'Support was asked.',
    ]);
  });

  it('refuses words that hide something, unknown fields, and contacts of others', async () => {
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, '+16465550191');
    for (const [body, field] of [
      [{ message: 'x'.repeat(2001) }, 'message'],
      [{ message: 'see \u202etxt.exe' }, 'message'],
      [{ urgent: true }, 'urgent'],
    ] as const) {
      const answer = await ask(id, body);
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, field]);
    }
    const listed = await world.call<Schemas['SupportCases']>('GET', `/contacts/${id}/support-cases`);
    expect(listed.body.items).toEqual([]);
    const stranger = await addDealer(world);
    await ask(id, { message: 'ours' });
    expect((await ask(id, {}, stranger.key)).status).toBe(404);
    const theirs = await world.call('GET', `/contacts/${id}/support-cases`, undefined, stranger.key);
    expect(theirs.status).toBe(404);
    expect((await ask(randomUUIDv7(), {})).status).toBe(404);
    const reader = await addApiKey(world, demoTenant(world), { scopes: ['contacts:read'] });
    expect((await ask(id, {}, reader)).status).toBe(403);
  });
});
