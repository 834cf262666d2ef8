import { describe, expect, test } from 'vitest';
import type { ContactFacts } from '../../src/contact/contact-facts.ts';
import { reachability, whyUnreachable, type Unreachable } from '../../src/site/reachability.ts';
import { CONFIRMED, contact, DECLINED, OPTED_OUT, text } from '../support/facts.ts';

const failed = text('failed', { reason: 'unreachable' });
const reachable = contact({ agreement: CONFIRMED });

describe('who would be texted about an alarm now', () => {
  test.each<[string, Partial<ContactFacts>, Unreachable | null]>([
    ['confirmed', { agreement: CONFIRMED }, null],
    ['confirmed, last text arrived', { agreement: CONFIRMED, texts: [failed, text('delivered')] }, null],
    [
      'confirmed, resend cancelled',
      { agreement: CONFIRMED, texts: [text('delivered'), text('cancelled')] },
      null,
    ],
    ['no emergency contact', { agreement: CONFIRMED, emergencyContact: false }, 'not_emergency_contact'],
    ['opted out', { agreement: CONFIRMED, optOut: OPTED_OUT }, 'opted_out'],
    ['declined', { agreement: DECLINED }, 'declined'],
    ['no answer', { texts: [text('delivered')] }, 'not_confirmed'],
    ['last text failed', { agreement: CONFIRMED, texts: [text('delivered'), failed] }, 'last_text_failed'],
    [
      'the text after Confirm failed',
      { agreement: CONFIRMED, texts: [text('failed', { kind: 'confirmation' })] },
      'last_text_failed',
    ],
    [
      'came back after an opt-out that refused a text',
      { agreement: CONFIRMED, texts: [text('failed', { reason: 'opted_out' })] },
      null,
    ],
    [
      'not an emergency contact, opted out',
      { emergencyContact: false, optOut: OPTED_OUT },
      'not_emergency_contact',
    ],
    ['opted out, declined', { optOut: OPTED_OUT, agreement: DECLINED }, 'opted_out'],
    ['declined, last text failed', { agreement: DECLINED, texts: [failed] }, 'declined'],
    ['not confirmed, last text failed', { texts: [failed] }, 'not_confirmed'],
  ])('%s', (_name, facts, why) => {
    expect(whyUnreachable(contact(facts))).toBe(why);
  });
});

describe('a site', () => {
  const of = (minimumReachable: number, ...list: [string, ContactFacts][]) =>
    reachability(
      { minimumReachable },
      list.map(([phone, facts]) => ({ phone, facts })),
    );
  test.each([
    ['nobody', of(2), { reachable: 0, contacts: 0, minimum: 2, meetsMinimum: false }],
    [
      '2 of 4',
      of(2, ['+1', reachable], ['+2', reachable], ['+3', contact()], ['+4', contact()]),
      { reachable: 2, contacts: 4, minimum: 2, meetsMinimum: true },
    ],
    [
      'two names on one number',
      of(2, ['+1', reachable], ['+1', reachable]),
      { reachable: 1, contacts: 2, minimum: 2, meetsMinimum: false },
    ],
    [
      'one is enough where one is asked',
      of(1, ['+1', reachable]),
      { reachable: 1, contacts: 1, minimum: 1, meetsMinimum: true },
    ],
    [
      'more than asked',
      of(1, ['+1', reachable], ['+2', reachable]),
      { reachable: 2, contacts: 2, minimum: 1, meetsMinimum: true },
    ],
  ])('%s', (_name, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
