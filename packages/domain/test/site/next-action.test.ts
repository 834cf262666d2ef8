import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContactFacts } from '../../src/contact/contact-facts.ts';
import {
  NEXT_ACTIONS,
  nextActionFor,
  nextStepAt,
  PATIENCE_MS,
  stepChangesAt,
  textMayChangeStanding,
  type NextAction,
} from '../../src/site/next-action.ts';
import { reachability } from '../../src/site/reachability.ts';
import {
  ALLOWED_FROM,
  FAILURE_REASONS,
  TEXT_KINDS,
  TEXT_STATES,
  type TextKind,
  type TextRecord,
  type TextState,
} from '../../src/welcome/text-message.ts';
import {
  ago,
  ahead,
  checkedAs,
  CONFIRMED,
  contact,
  DAY,
  DECLINED,
  NOW,
  OPTED_OUT,
  text,
} from '../support/facts.ts';

const delivered = (at: Date) => text('delivered', { queuedAt: at, sentAt: at, deliveredAt: at });
const failed = (reason: (typeof FAILURE_REASONS)[number]) => text('failed', { reason, failedAt: ago(DAY) });
const expired = { texts: [delivered(ago(40 * DAY))], linksEndAt: ago(DAY) };

describe('the next step with a contact', () => {
  test.each<[string, Partial<ContactFacts>, NextAction | null]>([
    ['nothing done yet', {}, 'validate'],
    ['checked, a cell phone', { lineCheck: checkedAs('mobile') }, 'send'],
    ['checked, perhaps an office phone', { lineCheck: checkedAs('fixedVoip') }, 'send'],
    ['no verdict', { lineCheck: checkedAs('unknown') }, 'send'],
    ['checked, a landline', { lineCheck: checkedAs('landline') }, 'correct_number'],
    [
      'a landline that got a text before',
      { lineCheck: checkedAs('landline'), numberProvenAt: ago(1) },
      'send',
    ],
    ['queued', { texts: [text('queued')] }, 'wait'],
    [
      'held for the night',
      { texts: [text('held', { holdReason: 'quiet_hours', holdUntil: ahead(1) })] },
      'wait',
    ],
    ['held by a stopped queue', { texts: [text('held', { holdReason: 'queue_stopped' })] }, 'wait'],
    ['outcome unknown', { texts: [text('uncertain')] }, 'resend'],
    ['delivered today', { texts: [delivered(ago(DAY))], linksEndAt: ahead(DAY) }, 'wait'],
    ['delivered long ago', { texts: [delivered(ago(PATIENCE_MS))], linksEndAt: ahead(DAY) }, 'call_customer'],
    ['every link expired', expired, 'resend'],
    ['wrong person', { agreement: { ...DECLINED, declineReason: 'wrong_person' } }, 'correct_number'],
    ['does not want it', { agreement: DECLINED }, 'call_customer'],
    ['opted out', { optOut: OPTED_OUT }, 'call_customer'],
    ['confirmed', { agreement: CONFIRMED }, null],
    [
      'confirmed, then the phone was off',
      { agreement: CONFIRMED, texts: [failed('unreachable')] },
      'call_customer',
    ],
    ['confirmed, then a landline', { agreement: CONFIRMED, texts: [failed('landline')] }, 'correct_number'],
    ['no emergency contact', { emergencyContact: false }, null],
    ['a reply to read', { unreadReplies: 1 }, 'read_reply'],
    ['a reply of one who confirmed', { agreement: CONFIRMED, unreadReplies: 1 }, 'read_reply'],
    ['a reply of one who is not texted', { emergencyContact: false, unreadReplies: 1 }, 'read_reply'],
  ])('%s', (_name, facts, action) => {
    expect(nextActionFor(contact(facts), NOW)).toBe(action);
  });

  test.each([
    ['not_textable', 'correct_number'],
    ['landline', 'correct_number'],
    ['unreachable', 'resend'],
    ['invalid_number', 'correct_number'],
    ['blocked', 'call_customer'],
    ['opted_out', 'call_customer'],
    ['filtered', 'ask_support'],
    ['country_not_enabled', 'ask_support'],
    ['misconfigured', 'ask_support'],
    ['provider_busy', 'resend'],
    ['unknown', 'resend'],
  ] as const)('after a failure %s: %s', (reason, action) => {
    expect(nextActionFor(contact({ texts: [failed(reason)] }), NOW)).toBe(action);
  });
});

describe('the one next step at a site', () => {
  const listed = (...facts: Partial<ContactFacts>[]) =>
    facts.map((fact, index) => ({ id: String(index), phone: `+1212555010${index}`, facts: contact(fact) }));
  const reachable = { agreement: CONFIRMED };

  test.each<[string, ReturnType<typeof listed>, ReturnType<typeof nextStepAt>]>([
    ['nobody on the list', listed(), { action: 'add_contact', contactId: null }],
    ['one of two reachable, nobody else', listed(reachable), { action: 'add_contact', contactId: null }],
    ['enough reachable', listed(reachable, reachable, {}), null],
    [
      'enough, but somebody wrote',
      listed(reachable, reachable, { unreadReplies: 1 }),
      { action: 'read_reply', contactId: '2' },
    ],
    ['waiting for one', listed(reachable, { texts: [text('queued')] }), { action: 'wait', contactId: '1' }],
    [
      'what is done with a press comes first',
      listed({ optOut: OPTED_OUT }, { texts: [failed('landline')] }, { lineCheck: checkedAs('mobile') }),
      { action: 'send', contactId: '2' },
    ],
    ['the first of several', listed({}, {}), { action: 'validate', contactId: '0' }],
  ])('%s', (_name, contacts, step) => {
    expect(nextStepAt({ minimumReachable: 2 }, contacts, NOW)).toEqual(step);
  });

  test('a site below its minimum always has one, whatever its contacts are like', () => {
    const someFacts = fc.constantFrom<Partial<ContactFacts>>(
      {},
      reachable,
      expired,
      { optOut: OPTED_OUT },
      { agreement: DECLINED },
      { emergencyContact: false },
      { texts: [text('uncertain')] },
      ...FAILURE_REASONS.map((reason) => ({ texts: [failed(reason)] })),
    );
    fc.assert(
      fc.property(fc.array(someFacts, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (list, minimum) => {
        const contacts = listed(...list);
        const isEnough = list.filter((facts) => facts === reachable).length >= minimum;
        const step = nextStepAt({ minimumReachable: minimum }, contacts, NOW);
        expect(step === null).toBe(isEnough);
        if (step !== null) expect(NEXT_ACTIONS).toContain(step.action);
      }),
    );
  });
});

test('says when a step changes by itself: patience ends, the last link ends', () => {
  const at = ago(DAY);
  const waiting = { facts: contact({ texts: [delivered(at)], linksEndAt: ahead(29 * DAY) }) };
  const shortLived = { facts: contact({ texts: [delivered(at)], linksEndAt: ahead(1000) }) };
  expect(stepChangesAt([waiting], NOW)).toEqual(new Date(at.getTime() + PATIENCE_MS));
  expect(stepChangesAt([waiting, shortLived, { facts: contact() }], NOW)).toEqual(ahead(1000));
  expect(stepChangesAt([waiting], ahead(4 * DAY))).toEqual(ahead(29 * DAY));
  expect(stepChangesAt([{ facts: contact(expired) }, { facts: contact() }], NOW)).toBeNull();
});

describe('what a text’s change does to how its site stands', () => {
  /** As the text is when it came into the state at {@link NOW}. */
  const moved = (record: TextRecord, state: TextState): TextRecord => ({
    ...record,
    state,
    ...(state === 'accepted' && { acceptedAt: NOW }),
    ...(state === 'sent' && { sentAt: NOW }),
    ...(state === 'delivered' && { deliveredAt: NOW }),
  });
  const standing = (list: readonly ContactFacts[]) => {
    const contacts = list.map((facts, index) => ({ id: String(index), phone: `+1212555010${index}`, facts }));
    const site = { minimumReachable: 2 };
    return [
      nextStepAt(site, contacts, NOW),
      reachability(site, contacts).reachable,
      stepChangesAt(contacts, NOW),
    ];
  };
  const someText = fc
    .record({
      kind: fc.constantFrom<TextKind>(...TEXT_KINDS),
      state: fc.constantFrom<TextState>(...TEXT_STATES),
      age: fc.integer({ min: 1, max: 60 }),
      due: fc.constantFrom(ago(DAY), ahead(DAY)),
      holdReason: fc.constantFrom('quiet_hours' as const, 'queue_stopped' as const),
      reason: fc.constantFrom(...FAILURE_REASONS),
    })
    .map(({ kind, state, age, due, holdReason, reason }) =>
      text(state, {
        kind,
        queuedAt: ago(age * DAY),
        dueAt: due,
        ...(state === 'held' && { holdReason, holdUntil: ahead(DAY) }),
        ...(state === 'failed' && { reason, failedAt: ago(DAY) }),
        ...(['sent', 'delivered'].includes(state) && { sentAt: ago(age * DAY) }),
        ...(state === 'delivered' && { deliveredAt: ago(DAY) }),
      }),
    );
  const someContact = fc
    .record({
      texts: fc.array(someText, { minLength: 1, maxLength: 4 }),
      agreement: fc.constantFrom(contact().agreement, CONFIRMED, DECLINED),
      optOut: fc.constantFrom(contact().optOut, contact().optOut, OPTED_OUT),
      linksEndAt: fc.constantFrom(null, ago(1), ahead(DAY)),
      lineCheck: fc.constantFrom(contact().lineCheck, checkedAs('mobile'), checkedAs('landline')),
      emergencyContact: fc.constantFrom(true, true, false),
      unreadReplies: fc.constantFrom(0, 0, 1),
      bounce: fc.constantFrom(null, { at: ago(DAY), kind: 'landline' as const }),
    })
    .map((facts) => contact(facts));

  test('nothing, wherever it is said that it cannot', () => {
    let compared = 0;
    fc.assert(
      fc.property(someContact, fc.array(someContact, { maxLength: 2 }), (one, others) => {
        for (const [index, record] of one.texts.entries()) {
          for (const to of TEXT_STATES) {
            if (!ALLOWED_FROM[to].includes(record.state)) continue;
            if (textMayChangeStanding(record.kind, record.state, to)) continue;
            const after = {
              ...one,
              texts: one.texts.with(index, moved(record, to)),
              numberProvenAt: to === 'delivered' ? NOW : one.numberProvenAt,
            };
            expect(standing([after, ...others]), `${record.kind} ${record.state} to ${to}`).toEqual(
              standing([one, ...others]),
            );
            compared += 1;
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  test.each<[string, TextKind, TextState, TextState, boolean]>([
    ['claimed', 'welcome', 'queued', 'sending', false],
    ['taken by the provider', 'welcome', 'sending', 'accepted', false],
    ['with the carrier', 'welcome', 'accepted', 'sent', true],
    ['on the phone', 'welcome', 'sent', 'delivered', false],
    ['a carrier that corrects itself', 'welcome', 'failed', 'delivered', true],
    ['no answer', 'welcome', 'sending', 'uncertain', true],
    ['bounced', 'welcome', 'sent', 'failed', true],
    ['an answer to HELP proves the number', 'help', 'sent', 'delivered', true],
  ])('%s', (_name, kind, from, to, may) => {
    expect(textMayChangeStanding(kind, from, to)).toBe(may);
  });

  test('an answer to HELP that arrives makes a number that was not looked up one to text', () => {
    const asked = contact({ texts: [text('sent', { kind: 'help', sentAt: ago(1) })] });
    expect(nextActionFor(asked, NOW)).toBe('validate');
    expect(nextActionFor({ ...asked, numberProvenAt: NOW }, NOW)).toBe('send');
  });
});
