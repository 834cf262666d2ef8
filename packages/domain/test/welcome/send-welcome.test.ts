import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGREEMENT_STATES } from '../../src/contact/agreement.ts';
import type { ContactFacts } from '../../src/contact/contact-facts.ts';
import { LINE_TYPES, UNCHECKED } from '../../src/phone/line-type.ts';
import { decideWelcome } from '../../src/welcome/send-welcome.ts';
import { TEXT_STATES, type TextState } from '../../src/welcome/text-message.ts';
import {
  ago,
  ahead,
  checkedAs,
  CONFIRMED,
  contact,
  DAY,
  DECLINED,
  MINUTE,
  NOW,
  OPTED_OUT,
  text,
} from '../support/facts.ts';

const decide = (facts: Partial<ContactFacts>, insist = false, now = NOW) => {
  const decision = decideWelcome(contact(facts), insist, now);
  return decision.ok ? decision.value : decision.error;
};
const HAND_OVER = 'hand_over';
const RECORD = 'record_not_textable';

describe('pressing Send', () => {
  test.each<[string, Partial<ContactFacts>, unknown, unknown]>([
    ['nothing sent yet', {}, HAND_OVER, HAND_OVER],
    ['opted out', { optOut: OPTED_OUT }, { code: 'opted_out' }, { code: 'opted_out' }],
    ['declined', { agreement: DECLINED }, { code: 'declined' }, { code: 'declined' }],
    ['confirmed', { agreement: CONFIRMED }, { code: 'already_confirmed' }, { code: 'already_confirmed' }],
    [
      'opted out comes first',
      { optOut: OPTED_OUT, agreement: DECLINED, texts: [text('queued')] },
      { code: 'opted_out' },
      { code: 'opted_out' },
    ],
    ['outcome unknown', { texts: [text('uncertain')] }, { code: 'outcome_unknown' }, HAND_OVER],
    [
      'outcome unknown, then one cancelled',
      { texts: [text('uncertain'), text('cancelled')] },
      { code: 'outcome_unknown' },
      HAND_OVER,
    ],
    [
      'outcome unknown of an earlier text',
      { texts: [text('uncertain'), text('delivered')] },
      HAND_OVER,
      HAND_OVER,
    ],
    ['landline', { lineCheck: checkedAs('landline') }, RECORD, HAND_OVER],
    ['premium', { lineCheck: checkedAs('premium') }, RECORD, RECORD],
    [
      'no such number',
      { lineCheck: { ...UNCHECKED, result: 'not_a_number' } },
      'record_not_a_number',
      'record_not_a_number',
    ],
    ['another kind of text in flight', { texts: [text('queued', { kind: 'help' })] }, HAND_OVER, HAND_OVER],
    [
      'a text of another kind a second ago',
      { texts: [text('delivered', { kind: 'help', queuedAt: ago(1000) })] },
      HAND_OVER,
      HAND_OVER,
    ],
  ])('%s', (_name, facts, plain, insisted) => {
    expect(decide(facts, false)).toEqual(plain);
    expect(decide(facts, true)).toEqual(insisted);
  });

  const INTERRUPTS = new Set<TextState>(['queued', 'held', 'sending']);
  test.each(TEXT_STATES.filter((state) => state !== 'uncertain'))('with a text that is %s', (state) => {
    const expected = INTERRUPTS.has(state) ? { code: 'in_flight' } : HAND_OVER;
    expect(decide({ texts: [text(state)] })).toEqual(expected);
    expect(decide({ texts: [text(state), text('cancelled')] }, true)).toEqual(expected);
  });

  test('a proven number needs no insisting, unless it bounced since', () => {
    const lineCheck = checkedAs('landline');
    const bounce = { at: ago(DAY), kind: 'landline' } as const;
    expect(decide({ lineCheck, numberProvenAt: ago(2 * DAY) })).toBe(HAND_OVER);
    expect(decide({ lineCheck, numberProvenAt: ago(2 * DAY), bounce })).toBe(RECORD);
    expect(decide({ lineCheck, numberProvenAt: ago(DAY), bounce })).toBe(HAND_OVER);
    expect(decide({ lineCheck: checkedAs('premium'), numberProvenAt: ago(1) })).toBe(RECORD);
  });
});

describe('resend limits', () => {
  const at = (...queued: Date[]) => ({ texts: queued.map((queuedAt) => text('delivered', { queuedAt })) });

  test('once a minute, to the millisecond', () => {
    expect(decide(at(ago(MINUTE - 1)))).toEqual({ code: 'too_soon', retryAt: ahead(1) });
    expect(decide(at(ago(MINUTE)))).toBe(HAND_OVER);
    expect(decide(at(NOW), true)).toEqual({ code: 'too_soon', retryAt: ahead(MINUTE) });
  });

  test('three resends in a week; the first text is no resend', () => {
    expect(decide(at(ago(4000 * MINUTE)))).toBe(HAND_OVER);
    expect(decide(at(ago(4 * DAY), ago(3 * DAY)))).toBe(HAND_OVER);
    expect(decide(at(ago(4 * DAY), ago(3 * DAY), ago(2 * DAY)))).toBe(HAND_OVER);
    expect(decide(at(ago(4 * DAY), ago(3 * DAY), ago(2 * DAY), ago(DAY)))).toEqual({
      code: 'too_many',
      retryAt: ahead(4 * DAY),
    });
  });

  test('what we send again by ourselves uses up nobody’s resends, and may have an unknown outcome all the same', () => {
    const retry = (state: TextState, queuedAt: Date) => text(state, { retryOf: 'text-0', queuedAt });
    const { texts } = at(ago(4 * DAY), ago(3 * DAY), ago(2 * DAY));
    const retried = [...texts, retry('failed', ago(DAY)), retry('delivered', ago(1000))];
    expect(decide({ texts: retried })).toBe(HAND_OVER);
    expect(decide({ texts: [...texts, retry('queued', ago(1000))] })).toEqual({ code: 'in_flight' });
    expect(decide({ texts: [...texts, retry('uncertain', ago(DAY))] })).toEqual({ code: 'outcome_unknown' });
  });

  test('the week slides: at retryAt one more may go, a moment before it may not', () => {
    const texts = at(ago(6 * DAY), ago(5 * DAY), ago(4 * DAY), ago(DAY));
    const retryAt = ahead(2 * DAY);
    expect(decide(texts, false, new Date(retryAt.getTime() - 1))).toEqual({ code: 'too_many', retryAt });
    expect(decide(texts, false, retryAt)).toBe(HAND_OVER);
  });

  test('five resends: the third from the last counts', () => {
    expect(
      decide(at(ago(6 * DAY), ago(5 * DAY), ago(4 * DAY), ago(3 * DAY), ago(2 * DAY), ago(DAY))),
    ).toEqual({ code: 'too_many', retryAt: ahead(4 * DAY) });
  });

  test('what cost nobody attention does not count', () => {
    const free = [
      text('cancelled', { queuedAt: ago(1) }),
      text('failed', { reason: 'not_textable', queuedAt: ago(1) }),
      text('failed', { reason: 'not_a_number', queuedAt: ago(1) }),
    ];
    expect(decide({ texts: [...free, ...free, ...free] })).toBe(HAND_OVER);
    const failed = text('failed', { reason: 'unreachable', queuedAt: ago(1) });
    expect(decide({ texts: [failed] })).toEqual({ code: 'too_soon', retryAt: ahead(MINUTE - 1) });
  });
});

describe('never', () => {
  const facts = fc.record({
    optOut: fc.constantFrom({ state: false, by: null, at: null }, OPTED_OUT),
    agreement: fc.constantFrom(...AGREEMENT_STATES).map((state) => ({ ...DECLINED, state })),
    lineCheck: fc.oneof(
      fc.constantFrom(...LINE_TYPES).map(checkedAs),
      fc.constant({ ...UNCHECKED, result: 'not_a_number' as const }),
      fc.constant(UNCHECKED),
    ),
    numberProvenAt: fc.constantFrom(null, ago(DAY)),
    texts: fc.array(
      fc
        .record({ state: fc.constantFrom(...TEXT_STATES), minutes: fc.nat(20_000) })
        .map((one) => text(one.state, { queuedAt: ago(one.minutes * MINUTE) })),
      { maxLength: 6 },
    ),
  });
  const NEVER_TEXTED = new Set(['premium', 'sharedCost', 'pager', 'voicemail']);

  test('over an opt-out, a decline, a confirmation, or to a number that can only cost money', () => {
    fc.assert(
      fc.property(facts, fc.boolean(), (some, insist) => {
        const handsOver = decide(some, insist) === HAND_OVER;
        const forbidden =
          some.optOut.state ||
          some.agreement.state !== 'none' ||
          some.lineCheck.result === 'not_a_number' ||
          NEVER_TEXTED.has(some.lineCheck.lineType ?? '');
        expect(handsOver && forbidden).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('a fresh contact on any other number can be sent to, if need be by insisting', () => {
    for (const lineType of LINE_TYPES.filter((type) => !NEVER_TEXTED.has(type))) {
      expect(decide({ lineCheck: checkedAs(lineType) }, true)).toBe(HAND_OVER);
    }
  });
});
