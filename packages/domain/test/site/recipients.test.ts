import { expect, test } from 'vitest';
import { recipientsOf, UNREACHABLE_REASONS, UNREACHABLE_WORDS } from '../../src/site/recipients.ts';
import type { ContactFacts } from '../../src/contact/contact-facts.ts';
import { ahead, CONFIRMED, contact, DECLINED, MINUTE, OPTED_OUT, text } from '../support/facts.ts';

const person = (
  name: string,
  slotNumber: number | null,
  facts: Partial<ContactFacts>,
  more: { readonly email?: string; readonly emailVerification?: boolean } = {},
) => ({
  name,
  slotNumber,
  email: more.email ?? null,
  emailVerification: more.emailVerification ?? false,
  createdAt: ahead(MINUTE),
  facts: contact(facts),
});
const yes = { agreement: CONFIRMED };

test('in the order of the slot numbers, then as they were added; with an email only where it is switched on', () => {
  const { recipients, others } = recipientsOf([
    { ...person('late', null, yes), createdAt: ahead(2 * MINUTE) },
    person('early', null, yes, { email: 'early@example.com' }),
    person('ten', 10, yes, { email: 'ten@example.com', emailVerification: true }),
    person('two', 2, yes),
  ]);
  expect(recipients.map(({ contact: { name }, email }) => [name, email])).toEqual([
    ['two', null],
    ['ten', 'ten@example.com'],
    ['early', null],
    ['late', null],
  ]);
  expect(others).toEqual([]);
});
test('who is not texted is not emailed either, and each reason has its words', () => {
  const { recipients, others } = recipientsOf([
    person('a', 1, { ...yes, emergencyContact: false }, { email: 'a@example.com', emailVerification: true }),
    person('b', 2, { ...yes, optOut: OPTED_OUT }),
    person('c', 3, { agreement: DECLINED }),
    person('d', 4, { texts: [text('delivered')] }),
    person('e', 5, { ...yes, texts: [text('failed', { reason: 'unreachable' })] }),
  ]);
  expect(recipients).toEqual([]);
  expect(others.map(({ reason }) => reason)).toEqual(UNREACHABLE_REASONS);
  expect(new Set(others.map(({ reason }) => UNREACHABLE_WORDS[reason])).size).toBe(others.length);
});
