import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { tokenIn, World } from '../support/world.ts';

describe('editing a contact', () => {
  let world: World;
  let dealer: Dealer;
  /** Every text that a test expects, in the number of its phone. */
  const expected: string[] = [];
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
  });
  afterAll(() => world.stop());

  it('keeps everything with a new title, slot, email, language; and with the number written differently', async () => {
    const phone = '+16465550110';
    const site = await dealer.site();
    const { id } = await dealer.confirmed(site.id, phone);
    expected.push(phone, phone);
    const changed = await dealer.edits(id, {
      title: 'Owner',
      slotNumber: 12,
      email: 'ana@example.com',
      emailVerification: true,
      language: 'es',
      phone: '(646) 555-0110',
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      phone,
      title: 'Owner',
      slotNumber: 12,
      email: 'ana@example.com',
      emailVerification: true,
      language: 'es',
      version: 2,
      status: { kind: 'confirmed' },
      chip: { kind: 'valid_number' },
    });
    const same = await dealer.edits(id, { phone: '646.555.0110', title: 'Owner' });
    expect([same.status, same.body.version]).toEqual([200, 2]);
    expect(await dealer.timeline(id)).toContain(
      'Email changed from none to ana@example.com. Alarm verification by email turned on. Title changed from none to Owner. Slot number changed from none to 12. Language changed from none to es.',
    );
    await world.nothingElseWasSent(...expected);
  });

  it('takes a changed number for a new number: check, welcome, agreement and links start again', async () => {
    const [before, after] = ['+16465550111', '+16465550112'];
    const site = await dealer.site();
    await world.call('POST', '/phone-checks', { phone: before, country: 'US' });
    const { id } = await dealer.adds(site.id, before);
    const token = await dealer.welcomes(id);
    await world.asPage(token, 'POST', '/opened', { pageVersion: 1, language: 'en' });
    await world.asPage(token, 'POST', '/progress', { percent: 100 });
    await world.asPage(token, 'POST', '/confirm', { pageVersion: 1, language: 'en' });
    await world.phoneGets(before, 2);
    expected.push(before, before);
    const changed = await dealer.edits(id, { phone: after });
    expect(changed.body).toMatchObject({
      phone: after,
      lineCheck: { result: 'unchecked' },
      chip: { kind: 'not_checked' },
      agreement: { state: 'none', at: null },
      welcome: { state: 'none' },
      status: { kind: 'not_sent' },
    });
    await dealer.linkIsDead(token);
    expect((await world.asPage(token, 'POST', '/confirm', { pageVersion: 1, language: 'en' })).status).toBe(
      404,
    );
    expect(await dealer.timeline(id)).toContain(
      'Number changed from (646) 555-0111 to (646) 555-0112. Line check, welcome and agreement start again; earlier links no longer work.',
    );
    const fresh = await dealer.welcomes(id);
    expected.push(after);
    expect(fresh).not.toBe(token);
    const pending = await world.contactNow(id);
    expect(pending.status).toMatchObject({
      kind: 'pending_confirmation',
      advice: 'The text was delivered. The page was not opened yet.',
    });
    await world.nothingElseWasSent(...expected);
  });

  it('cancels a text that waits for the old number', async () => {
    const [before, after] = ['+16465550113', '+16465550114'];
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, before);
    await dealer.keepsWaiting(before);
    await world.send(id);
    await dealer.textWaits(id);
    expect((await dealer.edits(id, { phone: after })).body.status.kind).toBe('not_sent');
    await dealer.nothingWaits(id);
    await dealer.letsThrough(before);
    await dealer.welcomes(id);
    expected.push(after);
    await world.nothingElseWasSent(...expected);
  });

  it('asks what a changed name means once the contact has been welcomed', async () => {
    const phone = '+16465550115';
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, phone, { name: 'Ana Peres' });
    expect((await dealer.edits(id, { name: 'Anna Peres' })).status).toBe(200);
    const token = await dealer.welcomes(id);
    await world.asPage(token, 'POST', '/confirm', { pageVersion: 1, language: 'en' });
    await world.phoneGets(phone, 2);
    expected.push(phone, phone);
    const unclear = await dealer.edits(id, { name: 'Ana Pérez', title: 'Owner' });
    expect([unclear.status, unclear.body.code]).toEqual([409, 'name-change-needed']);
    expect(unclear.body.errors).toMatchObject([
      { field: 'nameChange', accepted: '"spelling" or "another_person"' },
    ]);
    expect(await world.contactNow(id)).toMatchObject({ name: 'Anna Peres', title: null });
    const spelt = await dealer.edits(id, { name: 'Ana Pérez', nameChange: 'spelling' });
    expect(spelt.body).toMatchObject({ name: 'Ana Pérez', status: { kind: 'confirmed' } });
    expect((await world.asPage(token, 'GET')).body).toMatchObject({ state: 'confirmed', firstName: 'Ana' });
    expect(await dealer.timeline(id)).toContain('Renamed from Anna Peres to Ana Pérez.');
    const other = await dealer.edits(id, { name: 'Bo Li', nameChange: 'another_person' });
    expect(other.body).toMatchObject({
      name: 'Bo Li',
      agreement: { state: 'none' },
      status: { kind: 'not_sent' },
      // The number is known to get texts, whoever has it.
      chip: { kind: 'valid_number' },
    });
    await dealer.linkIsDead(token);
    expect(await dealer.timeline(id)).toContain(
      'Now another person: Bo Li, before Ana Pérez. Welcome and agreement start again; earlier links no longer work.',
    );
    const fresh = await dealer.welcomes(id);
    expected.push(phone);
    expect((await world.asPage(fresh, 'GET')).body).toMatchObject({ state: 'ready', firstName: 'Bo' });
    await world.nothingElseWasSent(...expected);
  });

  it('does not let another name undo a refusal of the number', async () => {
    const phone = '+16465550116';
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, phone);
    await dealer.declines(await dealer.welcomes(id), 'not_wanted');
    expected.push(phone);
    const other = await dealer.edits(id, { name: 'Bo Li', nameChange: 'another_person' });
    expect(other.body.status).toMatchObject({ kind: 'declined', text: 'Declined' });
    expect((await world.send(id)).status).toBe(409);
    await world.nothingElseWasSent(...expected);
  });

  it('refuses what the create form refuses, and changes nothing', async () => {
    const site = await dealer.site();
    const ana = await dealer.adds(site.id, '+16465550117', { slotNumber: 1 });
    const bo = await dealer.adds(site.id, '+16465550118', { name: 'Bo Li', slotNumber: 2 });
    for (const [body, status, code, field] of [
      [{ phone: '(646) 555-0118' }, 409, 'phone-taken', 'phone'],
      [{ slotNumber: 2 }, 409, 'slot-taken', 'slotNumber'],
      [{ phone: '911' }, 422, 'invalid-fields', 'phone'],
      [{ name: ' ' }, 422, 'invalid-fields', 'name'],
      [{ emailVerification: true }, 422, 'invalid-fields', 'emailVerification'],
      [{ slotNumber: 1000 }, 422, 'invalid-fields', 'slotNumber'],
      [{ language: 'xx' }, 422, 'invalid-fields', 'language'],
      [{ agreement: 'confirmed' }, 422, 'invalid-fields', 'agreement'],
      [{ nameChange: 'nobody' }, 422, 'invalid-fields', 'nameChange'],
    ] as const) {
      const answer = await dealer.edits(ana.id, body as object);
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.field]).toEqual([
        status,
        code,
        field,
      ]);
      if (status === 409) expect(answer.body.conflictsWith).toEqual({ contactId: bo.id, name: 'Bo Li' });
    }
    expect(await world.contactNow(ana.id)).toEqual(ana);
    const missing = await dealer.asks('PATCH', '/contacts/019ac000-0000-7000-8000-0000000000ff', 1, {});
    expect(missing.status).toBe(404);
  });

  it('lets two contacts swap their slot numbers in one step, and only together', async () => {
    const site = await dealer.site();
    const ana = await dealer.adds(site.id, '+16465550119', { slotNumber: 1 });
    const bo = await dealer.adds(site.id, '+16465550120', { name: 'Bo Li', slotNumber: 2 });
    const cy = await dealer.adds(site.id, '+16465550121', { name: 'Cy', slotNumber: 3 });
    const put = (...slots: [string, number | null][]) =>
      dealer.asks<{ slots: unknown[]; errors: { field: string; code: string }[] }>(
        'PUT',
        `/sites/${site.id}/slots`,
        null,
        { slots: slots.map(([contactId, slotNumber]) => ({ contactId, slotNumber })) },
      );
    const swapped = await put([ana.id, 2], [bo.id, 1], [cy.id, 3]);
    expect(swapped.status).toBe(200);
    expect(swapped.body.slots).toEqual([
      { contactId: bo.id, name: 'Bo Li', slotNumber: 1, version: 2 },
      { contactId: ana.id, name: 'Ana Pérez', slotNumber: 2, version: 2 },
      { contactId: cy.id, name: 'Cy', slotNumber: 3, version: 1 },
    ]);
    expect(await dealer.timeline(ana.id)).toContain('Slot number changed from 1 to 2.');
    const refused = await put([ana.id, 3], [bo.id, null]);
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ field: 'slots.0.slotNumber', code: 'taken' }],
    ]);
    expect(await world.contactNow(bo.id)).toMatchObject({ slotNumber: 1, version: 2 });
    const stranger = await put([(await world.contact('+16465550122')).id, 9]);
    expect([stranger.status, stranger.body.errors[0]?.code]).toEqual([422, 'unknown_contact']);
    const freed = await put([bo.id, null], [cy.id, 1]);
    expect(freed.status).toBe(200);
    expect(await world.contactNow(bo.id)).toMatchObject({ slotNumber: null });
    // Many at once, each a swap: none fails, and no number is held twice.
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, turn) =>
        put([ana.id, turn % 2 === 0 ? 1 : 2], [cy.id, turn % 2 === 0 ? 2 : 1]),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it('keeps a second contact with the number at another site apart: confirming one confirms one', async () => {
    const phone = '+16465550123';
    const [north, south] = [await dealer.site(), await dealer.site()];
    const one = await dealer.adds(north.id, phone);
    const other = await dealer.adds(south.id, phone);
    const token = await dealer.welcomes(one.id);
    await dealer.welcomes(other.id);
    await world.asPage(token, 'POST', '/confirm', { pageVersion: 1, language: 'en' });
    const texts = await world.phoneGets(phone, 3);
    expected.push(phone, phone, phone);
    expect(new Set(texts.slice(0, 2).map(tokenIn)).size).toBe(2);
    expect((await world.contactNow(one.id)).status.kind).toBe('confirmed');
    expect((await world.contactNow(other.id)).status.kind).toBe('pending_confirmation');
    // An opt-out is the number's.
    await world.sandbox.reply(phone, undefined, 'STOP');
    await world.shows(one.id, 'opted_out');
    await world.shows(other.id, 'opted_out');
  });
});
