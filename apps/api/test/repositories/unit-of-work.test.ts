import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { brokenAt } from '../support/evidence-chain.ts';
import { Stores } from '../support/stores.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await Stores.open();
});
afterAll(() => stores.stop());

const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds, 123));

describe('the unit of work', () => {
  const jobs = async (textId: string): Promise<number> =>
    (await stores.database.query(`select 1 from pgboss.job where data->>'textId' = $1`, [textId])).length;

  it('commits a change with its job and audit, and tells watchers afterwards', async () => {
    const contactId = await stores.contact();
    const text = stores.newText(contactId);
    const change = { dealerId: stores.dealer.dealerId, siteId: stores.site, contactId };
    await stores.run(async (s) => {
      await s.texts.add(text);
      await s.jobs.add({ name: 'hand-over-text', tenant: s.tenant, textId: text.id });
      const actor = { kind: 'system', id: null, name: null } as const;
      s.audit.add({ actor, action: 'contact.changed', contactId, at: at(1) });
      s.announce(change);
      expect(await jobs(text.id)).toBe(0);
      expect(stores.heard).not.toContainEqual(change);
    });
    expect(await jobs(text.id)).toBe(1);
    expect(await stores.run((s) => s.texts.load(text.id))).not.toBeNull();
    await vi.waitFor(() => expect(stores.heard).toContainEqual(change));
    const audit = 'select 1 from audit_entry where contact_id = $1';
    expect(await stores.database.query(audit, [contactId])).toHaveLength(1);
  });

  it('does again what the database has taken back because two waited for each other', async () => {
    const [first, second] = [await stores.contact(), await stores.contact()];
    const begun = new Map<string, PromiseWithResolvers<void>>([
      [first, Promise.withResolvers()],
      [second, Promise.withResolvers()],
    ]);
    let attempts = 0;
    const watches = (one: string, other: string): Promise<void> =>
      stores.run(async (s) => {
        attempts += 1;
        await s.contacts.recordWatched(one, 40);
        begun.get(one)!.resolve();
        await begun.get(other)!.promise;
        await s.contacts.recordWatched(other, 40);
      });
    await Promise.all([watches(first, second), watches(second, first)]);
    expect(attempts).toBeGreaterThan(2);
  });

  it('evidence and a change of its contact, in either order, never wait for each other', async () => {
    const contactId = await stores.contact();
    const { dealerId } = stores.dealer;
    const piece = { contactId, dealerId, kind: 'reply', at: at(1), detail: {} } as const;
    let attempts = 0;
    const evidenceFirst = (): Promise<void> =>
      stores.run(async (s) => {
        attempts += 1;
        await s.evidence.add(piece);
        await s.contacts.recordWatched(contactId, 30 + attempts);
      });
    const changeFirst = (): Promise<void> =>
      stores.run(async (s) => {
        attempts += 1;
        await s.contacts.recordWatched(contactId, 30 + attempts);
        await s.evidence.add(piece);
      });
    const writers = Array.from({ length: 10 }, () => [evidenceFirst(), changeFirst()]).flat();
    await Promise.all(writers);
    expect(attempts).toBe(20);
  });

  it('takes everything back when the work throws, and tells nobody', async () => {
    const contactId = await stores.contact();
    const text = stores.newText(contactId);
    const told = stores.heard.length;
    const failing = stores.run(async (s) => {
      await s.texts.add(text);
      await s.contacts.recordWatched(contactId, 50);
      await s.jobs.add({ name: 'hand-over-text', tenant: s.tenant, textId: text.id });
      await s.evidence.add({
        contactId,
        dealerId: stores.dealer.dealerId,
        kind: 'reply',
        at: at(1),
        detail: {},
      });
      s.announce({ dealerId: stores.dealer.dealerId, siteId: stores.site, contactId });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    // A change that is told after this one: had the first been told, it would have come before.
    const marker = { dealerId: stores.dealer.dealerId, siteId: stores.site, contactId: null };
    await stores.run(async (s) => s.announce(marker));
    await vi.waitFor(() => expect(stores.heard.slice(told)).toContainEqual(marker));
    expect(stores.heard.slice(told)).toEqual([marker]);
    expect(await jobs(text.id)).toBe(0);
    expect(await stores.run((s) => s.texts.load(text.id))).toBeNull();
    expect((await stores.run((s) => s.contacts.load(contactId)))!.facts.watchedPercent).toBe(0);
    expect(await brokenAt(stores, contactId)).toBe(0);
  });

  it('is one tenant’s: nothing of another can be read or written in it', async () => {
    const theirs = await stores.contact({}, stores.sibling);
    await stores.run(async (s) => {
      expect(await s.contacts.load(theirs)).toBeNull();
      expect(await s.contacts.recordWatched(theirs, 50)).toBe(false);
      expect(await s.sites.load(stores.siblingSite)).toBeNull();
    });
    const foreign = stores.newContact({}, stores.siblingSite);
    await expect(stores.run((s) => s.contacts.add(foreign))).rejects.toMatchObject({ code: '23503' });
    const evidence = { dealerId: stores.sibling.dealerId, kind: 'reply', at: at(1), detail: {} } as const;
    await expect(stores.run((s) => s.evidence.add({ ...evidence, contactId: theirs }))).rejects.toMatchObject(
      { code: '42501' },
    );
  });
});
