import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { World } from '../support/world.ts';

describe('who would be texted about an alarm now', () => {
  let world: World;
  let dealer: Dealer;
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
  });
  afterAll(() => world.stop());

  it('names those with slot and title, and says of everybody else why not', async () => {
    const site = await dealer.site();
    const number = (last: number): string => `+164655501${String(60 + last)}`;
    const nine = await dealer.confirmed(site.id, number(0), { name: 'Nine', slotNumber: 9, title: 'Owner' });
    const two = await dealer.confirmed(site.id, number(1), {
      name: 'Two',
      slotNumber: 2,
      email: 'two@example.com',
      emailVerification: true,
    });
    const off = await dealer.confirmed(site.id, number(2), {
      name: 'Off',
      emergencyContact: false,
      email: 'off@example.com',
      emailVerification: true,
    });
    const out = await dealer.confirmed(site.id, number(3), { name: 'Out' });
    await world.sandbox.reply(number(3), undefined, 'STOP');
    await world.shows(out.id, 'opted_out');
    const no = await dealer.adds(site.id, number(4), { name: 'No' });
    await dealer.declines(await dealer.welcomes(no.id), 'not_wanted');
    const fresh = await dealer.adds(site.id, number(5), { name: 'Fresh', slotNumber: 1 });
    const removed = await dealer.confirmed(site.id, number(6), { name: 'Removed' });
    await dealer.removes(removed.id);

    const answer = await world.call<Schemas['Recipients']>('GET', `/sites/${site.id}/recipients`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      siteId: site.id,
      accountNumber: site.accountNumber,
      reachability: { reachable: 2, contacts: 6, minimum: 2, meetsMinimum: true },
    });
    expect(answer.body.recipients).toEqual([
      {
        contactId: two.id,
        name: 'Two',
        title: null,
        slotNumber: 2,
        phone: number(1),
        phoneDisplay: '(646) 555-0161',
        email: 'two@example.com',
      },
      {
        contactId: nine.id,
        name: 'Nine',
        title: 'Owner',
        slotNumber: 9,
        phone: number(0),
        phoneDisplay: '(646) 555-0160',
        email: null,
      },
    ]);
    expect(answer.body.others.map(({ contactId, reason, words }) => [contactId, reason, words])).toEqual([
      [fresh.id, 'not_confirmed', 'Has not confirmed yet.'],
      [off.id, 'not_emergency_contact', 'Not an emergency contact: not texted about alarms.'],
      [out.id, 'opted_out', 'Opted out of texts. They come back by texting START.'],
      [no.id, 'declined', 'Declined these texts.'],
    ]);

    await dealer.edits(two.id, { phone: number(7) });
    const after = await world.call<Schemas['Recipients']>('GET', `/sites/${site.id}/recipients`);
    expect(after.body.recipients.map(({ name }) => name)).toEqual(['Nine']);
  });

  it('leaves out somebody whose last text failed', async () => {
    const site = await dealer.site();
    const phone = '+16465550170';
    const { id } = await dealer.adds(site.id, phone);
    const token = await dealer.welcomes(id);
    await world.sandbox.play(phone, { callbacks: { statuses: ['sent', 'undelivered'], errorCode: 30003 } });
    await world.asPage(token, 'POST', '/confirm', { pageVersion: 1, language: 'en' });
    await world.phoneGets(phone, 2);
    const reasons = async () =>
      (await world.call<Schemas['Recipients']>('GET', `/sites/${site.id}/recipients`)).body.others.map(
        ({ reason }) => reason,
      );
    await expect.poll(reasons, { timeout: 10_000 }).toEqual(['last_text_failed']);
  });
});
