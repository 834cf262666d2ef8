import {
  AGREEMENT_ALLOWED_FROM,
  AGREEMENT_STATES,
  type Agreement,
} from '@keyholder/domain/contact/agreement';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PHONE, Stores } from '../support/stores.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await Stores.open();
});
afterAll(() => stores.stop());

const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));

describe('contacts.add', () => {
  beforeEach(async () => {
    await stores.database.query('delete from contact where site_id = $1', [stores.site]);
  });

  it('tells one of two who add the same phone at once who has it', async () => {
    const both = [stores.newContact({ name: 'First' }), stores.newContact({ name: 'Second' })];
    const answers = await Promise.all(both.map((contact) => stores.run((s) => s.contacts.add(contact))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    const winner = both[answers.indexOf(null)]!;
    expect(answers.find((answer) => answer !== null)).toEqual({
      code: 'phone_taken',
      contactId: winner.id,
      name: winner.details.name,
    });
  });

  it('tells one of two who add the same slot at once who has it', async () => {
    const both = [
      stores.newContact({ phone: '+12125550101', slotNumber: 7 }),
      stores.newContact({ phone: '+12125550102', slotNumber: 7 }),
    ];
    const answers = await Promise.all(both.map((contact) => stores.run((s) => s.contacts.add(contact))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.find((answer) => answer !== null)).toMatchObject({
      code: 'slot_taken',
      contactId: both[answers.indexOf(null)]!.id,
    });
    const kept = await stores.database.query('select 1 from contact where site_id = $1', [stores.site]);
    expect(kept).toHaveLength(1);
  });

  it('lets the phone and slot of a removed contact be used again, and those of another site', async () => {
    const first = stores.newContact({ slotNumber: 7 });
    await stores.run((s) => s.contacts.add(first));
    await stores.database.query('update contact set removed_at = now() where id = $1', [first.id]);
    expect(await stores.run((s) => s.contacts.load(first.id))).toBeNull();
    expect(await stores.run((s) => s.contacts.add(stores.newContact({ slotNumber: 7 })))).toBeNull();
    const elsewhere = stores.newContact({ slotNumber: 7 }, stores.siblingSite);
    expect(await stores.run((s) => s.contacts.add(elsewhere), stores.sibling)).toBeNull();
  });

  it('gives back what was added', async () => {
    const input = { email: 'ana@example.com', emailVerification: true, title: 'Owner', slotNumber: 9 };
    const contact = stores.newContact({ ...input, emergencyContact: false, language: 'es' });
    await stores.run((s) => s.contacts.add(contact));
    const loaded = await stores.run((s) => s.contacts.load(contact.id));
    expect(loaded).toMatchObject({
      ...input,
      name: 'Ana Pérez',
      phone: PHONE,
      emergencyContact: false,
      language: 'es',
      version: 1,
      createdAt: contact.at,
    });
    expect(loaded!.facts).toMatchObject({
      agreement: { state: 'none', at: null },
      optOut: { state: false },
      lineCheck: { result: 'unchecked' },
      texts: [],
      unreadReplies: 0,
    });
    expect(await stores.run((s) => s.contacts.load(contact.id), stores.sibling)).toBeNull();
  });
});

const agreement = (state: Agreement['state']): Agreement => ({
  state,
  at: at(1),
  confirmedBy: state === 'confirmed' ? 'page' : null,
  declineReason: state === 'declined' ? 'not_wanted' : null,
});

describe('contacts.setAgreement', () => {
  const transitions = AGREEMENT_STATES.flatMap((from) => AGREEMENT_STATES.map((to) => [from, to] as const));
  it.each(transitions)('from %s to %s', async (from, to) => {
    const id = await stores.contact();
    await stores.database.query(
      `update contact set agreement_state = $2::text, confirmed_by = case when $2 = 'confirmed' then 'page' end,
         decline_reason = case when $2 = 'declined' then 'not_wanted' end where id = $1`,
      [id, from],
    );
    const allowed = AGREEMENT_ALLOWED_FROM[to].includes(from);
    expect(await stores.run((s) => s.contacts.setAgreement(id, agreement(to)))).toBe(allowed);
    const loaded = await stores.run((s) => s.contacts.load(id));
    expect(loaded!.facts.agreement.state).toBe(allowed ? to : from);
  });

  it('lets one of several who confirm at once be the one', async () => {
    const id = await stores.contact();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => stores.run((s) => s.contacts.setAgreement(id, agreement('confirmed')))),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });
});

describe('facts that only grow', () => {
  it('the video is never watched less', async () => {
    const id = await stores.contact();
    const record = (percent: number) => stores.run((s) => s.contacts.recordWatched(id, percent));
    expect([
      await record(40),
      await record(40),
      await record(20),
      await record(100),
      await record(0),
    ]).toEqual([true, false, false, true, false]);
    expect((await stores.run((s) => s.contacts.load(id)))!.facts.watchedPercent).toBe(100);
  });

  it('the page is opened first once', async () => {
    const id = await stores.contact();
    const answers = await Promise.all(
      [1, 2, 3].map((second) => stores.run((s) => s.contacts.recordPageOpened(id, at(second)))),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    const [first] = [1, 2, 3].filter((_, index) => answers[index]);
    expect((await stores.run((s) => s.contacts.load(id)))!.facts.pageOpenedAt).toEqual(at(first!));
  });

  it.each([[[10, 20]], [[20, 10]]])(
    'the latest proof and the latest bounce stand, in whatever order they come: %s',
    async (order) => {
      const id = await stores.contact();
      for (const second of order) {
        await stores.run((s) => s.contacts.recordProof(id, PHONE, at(second)));
        const kind = second === 20 ? 'landline' : 'invalid_number';
        await stores.run((s) => s.contacts.recordBounce(id, PHONE, { at: at(second), kind }));
      }
      const { facts } = (await stores.run((s) => s.contacts.load(id)))!;
      expect(facts.numberProvenAt).toEqual(at(20));
      expect(facts.bounce).toEqual({ at: at(20), kind: 'landline' });
    },
  );

  it('proof and bounce of another number are no facts about this one', async () => {
    const id = await stores.contact();
    await stores.run((s) => s.contacts.recordProof(id, '+12125550101', at(1)));
    await stores.run((s) => s.contacts.recordBounce(id, '+12125550101', { at: at(1), kind: 'landline' }));
    const { facts } = (await stores.run((s) => s.contacts.load(id)))!;
    expect([facts.numberProvenAt, facts.bounce]).toEqual([null, null]);
  });
});

describe('lineChecks', () => {
  it('keeps the last check of a number, for the dealer who had it made', async () => {
    const check = (result: 'valid' | 'not_textable', second: number) =>
      ({ result, lineType: null, carrier: 'C', country: 'US', checkedAt: at(second) }) as const;
    const id = await stores.contact({ phone: '+12125550133' });
    await stores.run((s) => s.lineChecks.save('+12125550133', check('valid', 1)));
    await stores.run((s) => s.lineChecks.save('+12125550133', check('not_textable', 2)));
    expect(await stores.run((s) => s.lineChecks.find('+12125550133'))).toEqual(check('not_textable', 2));
    expect(await stores.run((s) => s.lineChecks.find('+12125550133'), stores.sibling)).toBeNull();
    const contacts = await stores.run((s) => s.lineChecks.contactsWith('+12125550133'));
    expect(contacts.map((contact) => contact.contactId)).toEqual([id]);
  });
});
