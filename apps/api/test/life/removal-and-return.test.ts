import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { addDealer, addSite } from '../support/tenants.ts';
import { World } from '../support/world.ts';

describe('a contact that is removed, and what comes back', () => {
  let world: World;
  let dealer: Dealer;
  const expected: string[] = [];
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
  });
  afterAll(() => world.stop());

  const listed = async (siteId: string): Promise<string[]> =>
    (await world.call<{ items: { id: string }[] }>('GET', `/sites/${siteId}/contacts`)).body.items.map(
      ({ id }) => id,
    );
  const evidence = (id: string) =>
    world.database.query<{ kind: string }>(
      'select kind from consent_evidence where contact_id = $1 order by seq',
      [id],
    );

  it('hides the contact, kills its links and keeps the evidence', async () => {
    const phone = '+16465550130';
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, phone);
    const token = await dealer.welcomes(id);
    expected.push(phone);
    const before = await evidence(id);
    expect(before.length).toBeGreaterThan(1);
    await dealer.removes(id);
    expect(await listed(site.id)).toEqual([]);
    for (const address of ['', '/timeline', '/welcome/preview', '/support-cases']) {
      expect((await world.call('GET', `/contacts/${id}${address}`)).status).toBe(404);
    }
    expect((await dealer.asks('DELETE', `/contacts/${id}`, '*')).status).toBe(404);
    expect((await world.send(id)).status).toBe(404);
    await dealer.linkIsDead(token);
    expect(await evidence(id)).toEqual(before);
    await world.nothingElseWasSent(...expected);
  });

  it('cancels a text that waits', async () => {
    const phone = '+16465550131';
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, phone);
    await dealer.keepsWaiting(phone);
    await world.send(id);
    await dealer.textWaits(id);
    await dealer.removes(id);
    await dealer.nothingWaits(id);
    await dealer.letsThrough(phone);
    await world.nothingElseWasSent(...expected);
  });

  it('can be undone: the contact is as it was, its old links stay dead', async () => {
    const phone = '+16465550132';
    const site = await dealer.site();
    const confirmed = await dealer.confirmed(site.id, phone, { slotNumber: 5 });
    expected.push(phone, phone);
    await dealer.removes(confirmed.id);
    const back = await dealer.restores(confirmed.id);
    expect(back.status).toBe(200);
    expect(back.body).toEqual({ ...confirmed, version: 3 });
    expect(back.headers.get('etag')).toBe('"3"');
    const timeline = await dealer.timeline(confirmed.id);
    expect(timeline).toContain('Put back on the list. Earlier links stay dead.');
    expect(timeline).toContain('Removed from the list. Links no longer work.');
    const again = await dealer.restores(confirmed.id);
    expect([again.status, again.body.code]).toEqual([409, 'not-removed']);
    const unknown = await dealer.restores('019ac000-0000-7000-8000-0000000000ff');
    expect(unknown.status).toBe(404);
  });

  it('shows a pending contact that was put back as needing a new link', async () => {
    const phone = '+16465550133';
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, phone);
    const token = await dealer.welcomes(id);
    await dealer.removes(id);
    expect((await dealer.restores(id)).body.status).toMatchObject({ kind: 'link_expired', colour: 'amber' });
    await dealer.linkIsDead(token);
    world.clock.advance(61_000);
    const fresh = await dealer.welcomes(id);
    expected.push(phone, phone);
    expect((await world.asPage(fresh, 'GET')).body).toMatchObject({ state: 'ready' });
    expect((await world.contactNow(id)).status.kind).toBe('pending_confirmation');
    await world.nothingElseWasSent(...expected);
  });

  it('cannot be undone over a phone or slot number that was given away', async () => {
    const phone = '+16465550134';
    const site = await dealer.site();
    const gone = await dealer.adds(site.id, phone, { slotNumber: 1 });
    await dealer.removes(gone.id);
    const samePhone = await dealer.adds(site.id, phone, { name: 'Bo Li' });
    const byPhone = await dealer.restores(gone.id);
    expect([byPhone.status, byPhone.body.code]).toEqual([409, 'phone-taken']);
    expect(byPhone.body.conflictsWith).toEqual({ contactId: samePhone.id, name: 'Bo Li' });
    await dealer.removes(samePhone.id);
    const sameSlot = await dealer.adds(site.id, '+16465550135', { name: 'Cy', slotNumber: 1 });
    const bySlot = await dealer.restores(gone.id);
    expect([bySlot.status, bySlot.body.conflictsWith?.name]).toEqual([409, 'Cy']);
    expect(await listed(site.id)).toEqual([sameSlot.id]);
  });

  it('brings a number back as it refused: "does not want this" at that site only', async () => {
    const phone = '+16465550136';
    const [site, elsewhere] = [await dealer.site(), await dealer.site()];
    const first = await dealer.adds(site.id, phone);
    await dealer.declines(await dealer.welcomes(first.id), 'not_wanted');
    expected.push(phone);
    await dealer.removes(first.id);
    const back = await dealer.adds(site.id, phone, { name: 'Ana P.' });
    expect(back).toMatchObject({
      agreement: { state: 'declined' },
      status: { kind: 'declined', text: 'Declined' },
    });
    expect(await dealer.timeline(back.id)).toEqual([
      'Contact added. Somebody with this number refused these texts for this site before.',
    ]);
    const refused = await world.call<{ code: string }>('POST', `/contacts/${back.id}/welcome`, {
      permission: 'spoken',
      sendAnyway: true,
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'declined']);
    const other = await dealer.adds(elsewhere.id, phone);
    expect(other.status.kind).toBe('not_sent');
    await dealer.welcomes(other.id);
    expected.push(phone);
    await world.nothingElseWasSent(...expected);
  });

  it('brings a number back as it refused: "wrong person" at every site of the dealer, and no other', async () => {
    const phone = '+16465550137';
    const [site, elsewhere] = [await dealer.site(), await dealer.site()];
    const known = await dealer.adds(elsewhere.id, phone, { name: 'Known already' });
    const first = await dealer.adds(site.id, phone);
    const token = await dealer.welcomes(first.id);
    await dealer.declines(token, 'wrong_person');
    expected.push(phone);
    // The contact is corrected; the number stays blocked.
    const corrected = await dealer.edits(first.id, { phone: '+16465550138' });
    expect(corrected.body.status.kind).toBe('not_sent');
    expect((await world.contactNow(known.id)).status.text).toBe('Declined: wrong person');
    const again = await dealer.adds(site.id, phone, { name: 'Bo Li' });
    expect(again.status.text).toBe('Declined: wrong person');
    expect(await dealer.timeline(again.id)).toEqual([
      'Contact added. Somebody with this number said before that they are the wrong person.',
    ]);
    expect((await world.send(again.id)).status).toBe(409);
    expect((await world.send(known.id)).status).toBe(409);
    const neighbour = await addDealer(world);
    const theirs = await world.call<{ status: { kind: string } }>(
      'POST',
      `/sites/${await addSite(world, neighbour)}/contacts`,
      { name: 'Ana', phone },
      neighbour.key,
    );
    expect(theirs.body.status.kind).toBe('not_sent');
    await world.nothingElseWasSent(...expected);
  });

  it('lets the person take the refusal back, for the number and all its contacts', async () => {
    const phone = '+16465550139';
    const [site, elsewhere] = [await dealer.site(), await dealer.site()];
    const one = await dealer.adds(site.id, phone);
    const other = await dealer.adds(elsewhere.id, phone);
    const token = await dealer.welcomes(one.id);
    const otherToken = await dealer.welcomes(other.id);
    expected.push(phone, phone);
    await dealer.declines(token, 'wrong_person');
    expect((await world.asPage(otherToken, 'GET')).body).toMatchObject({ state: 'declined' });
    expect((await world.asPage(otherToken, 'POST', '/undo-decline', {})).status).toBe(200);
    for (const { id } of [one, other]) {
      expect((await world.contactNow(id)).status.kind).toBe('pending_confirmation');
    }
    await dealer.declines(token, 'not_wanted');
    expect((await world.contactNow(other.id)).status.kind).toBe('pending_confirmation');
    expect((await world.contactNow(one.id)).status.kind).toBe('declined');
    await world.nothingElseWasSent(...expected);
  });

  it('brings a number back as it opted out', async () => {
    const phone = '+16465550140';
    const site = await dealer.site();
    const { id } = await dealer.adds(site.id, phone);
    await dealer.welcomes(id);
    expected.push(phone);
    await world.sandbox.reply(phone, undefined, 'STOP');
    await world.shows(id, 'opted_out');
    await dealer.removes(id);
    const back = await dealer.adds(site.id, phone);
    expect(back.status.kind).toBe('opted_out');
    expect((await world.send(back.id)).status).toBe(409);
    const ours = (await world.sandbox.textsTo(phone)).filter(({ body }) => body.includes('named you'));
    expect(ours).toHaveLength(1);
  });
});
