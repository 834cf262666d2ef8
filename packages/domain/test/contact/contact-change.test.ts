import { describe, expect, test } from 'vitest';
import {
  isWelcomed,
  mergeContact,
  planContactChange,
  type ContactEdit,
  type NameChange,
} from '../../src/contact/contact-change.ts';
import { checkContact } from '../../src/contact/contact-details.ts';
import type { ContactFacts } from '../../src/contact/contact-facts.ts';
import type { StoredContact } from '../../src/contact/contact-repository.ts';
import { CONFIRMED, contact, DECLINED, NOW, text } from '../support/facts.ts';

const saved = (facts: Partial<ContactFacts> = {}): StoredContact => ({
  id: 'c',
  siteId: 's',
  name: 'Ana Peres',
  phone: '+12125550100',
  email: 'ana@example.com',
  emailVerification: true,
  title: 'Manager',
  slotNumber: 3,
  emergencyContact: true,
  language: 'es',
  version: 7,
  createdAt: NOW,
  facts: contact(facts),
});

const plan = (edit: ContactEdit, facts: Partial<ContactFacts> = {}, nameChange: NameChange | null = null) => {
  const details = checkContact(mergeContact(saved(facts), edit), { country: 'US' });
  if (!details.ok) throw new Error(JSON.stringify(details.error));
  const result = planContactChange(saved(facts), details.value, nameChange);
  return result.ok
    ? { fields: result.value.changes.map(({ field }) => field), restart: result.value.restart }
    : result.error;
};

const welcomed = { texts: [text('delivered')] };
const nothing = { fields: [], restart: null };
const asks = { code: 'name_change_needed', from: 'Ana Peres', to: 'Ana Pérez' };

describe('what an edit starts again', () => {
  test.each<[string, ContactEdit, Partial<ContactFacts>, NameChange | null, object]>([
    ['nothing given', {}, welcomed, null, nothing],
    [
      'the same values again',
      { name: ' Ana  Peres', title: 'Manager', slotNumber: 3 },
      welcomed,
      null,
      nothing,
    ],
    ['the number written differently', { phone: '(212) 555-0100' }, welcomed, null, nothing],
    ['the number with its country code', { phone: '+1 212.555.0100' }, welcomed, null, nothing],
    ['another number', { phone: '212 555 0101' }, welcomed, null, { fields: ['phone'], restart: 'number' }],
    [
      'another number, never welcomed',
      { phone: '2125550101' },
      {},
      null,
      { fields: ['phone'], restart: 'number' },
    ],
    [
      'another number and name: nobody has to say what the name means',
      { phone: '2125550101', name: 'Bo' },
      welcomed,
      null,
      { fields: ['name', 'phone'], restart: 'number' },
    ],
    ['title', { title: 'Owner' }, { agreement: CONFIRMED }, null, { fields: ['title'], restart: null }],
    ['slot', { slotNumber: 4 }, { agreement: CONFIRMED }, null, { fields: ['slotNumber'], restart: null }],
    ['no slot', { slotNumber: null }, welcomed, null, { fields: ['slotNumber'], restart: null }],
    [
      'email and its switch',
      { email: null, emailVerification: false },
      welcomed,
      null,
      { fields: ['email', 'emailVerification'], restart: null },
    ],
    ['language', { language: null }, welcomed, null, { fields: ['language'], restart: null }],
    [
      'emergency contact',
      { emergencyContact: false },
      welcomed,
      null,
      { fields: ['emergencyContact'], restart: null },
    ],
    ['name before any text', { name: 'Ana Pérez' }, {}, null, { fields: ['name'], restart: null }],
    ['name on a welcomed contact', { name: 'Ana Pérez' }, welcomed, null, asks],
    ['name while the text is queued', { name: 'Ana Pérez' }, { texts: [text('queued')] }, null, asks],
    ['name after a confirmation', { name: 'Ana Pérez' }, { agreement: CONFIRMED }, null, asks],
    ['name after a refusal', { name: 'Ana Pérez' }, { agreement: DECLINED }, null, asks],
    ['spelling', { name: 'Ana Pérez' }, welcomed, 'spelling', { fields: ['name'], restart: null }],
    ['another person', { name: 'Bo' }, welcomed, 'another_person', { fields: ['name'], restart: 'person' }],
    ['another person, same name', { name: 'Ana Peres' }, welcomed, 'another_person', nothing],
  ])('%s', (_name, edit, facts, nameChange, expected) => {
    expect(plan(edit, facts, nameChange)).toEqual(expected);
  });
  test('a change says what was there and what is', () => {
    const details = checkContact(mergeContact(saved(), { title: null }), { country: 'US' });
    const planned = planContactChange(saved(), details.ok ? details.value : expect.fail(), null);
    expect(planned).toEqual({
      ok: true,
      value: { changes: [{ field: 'title', from: 'Manager', to: null }], restart: null },
    });
  });
  test('an email that is taken away with the switch left on is refused', () => {
    const details = checkContact(mergeContact(saved(), { email: null }), { country: 'US' });
    expect(details).toMatchObject({
      ok: false,
      error: [{ field: 'emailVerification', code: 'needs_email' }],
    });
  });
});

describe('welcomed', () => {
  test.each<[string, Partial<ContactFacts>, boolean]>([
    ['nothing sent', {}, false],
    ['cancelled', { texts: [text('cancelled')] }, false],
    ['failed', { texts: [text('failed')] }, false],
    ['only a help text', { texts: [text('delivered', { kind: 'help' })] }, false],
    ['held', { texts: [text('held')] }, true],
    ['outcome unknown', { texts: [text('uncertain')] }, true],
    ['delivered, then a resend failed', { texts: [text('delivered'), text('failed')] }, true],
    ['confirmed by reply, texts long gone', { agreement: CONFIRMED }, true],
  ])('%s', (_name, facts, expected) => {
    expect(isWelcomed(contact(facts))).toBe(expected);
  });
});
