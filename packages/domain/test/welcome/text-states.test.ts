import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statusOf } from '../../src/contact/banner.ts';
import { after, IN_FLIGHT, mayBecome, TEXT_STATES, type TextState } from '../../src/welcome/text-message.ts';
import { CONFIRMED, contact, NOW, text } from '../support/facts.ts';

/** From row to the states that are allowed next; every other move is refused (twilio.md, recipe). */
const NEXT: Record<TextState, readonly TextState[]> = {
  // Ours: waits, is held, is claimed, is cancelled, or is refused before it costs anything.
  queued: ['held', 'sending', 'failed', 'cancelled'],
  held: ['queued', 'failed', 'cancelled'],
  // Handed over: rate limited (back to the queue), or whatever the provider says first, in any order.
  sending: ['queued', 'uncertain', 'accepted', 'sent', 'failed', 'delivered'],
  uncertain: ['accepted', 'sent', 'failed', 'delivered'],
  accepted: ['sent', 'failed', 'delivered'],
  sent: ['failed', 'delivered'],
  // A carrier that corrects itself; nothing else leaves a final state.
  failed: ['delivered'],
  delivered: [],
  cancelled: [],
};

/** What a provider reports about a text, and its rank: a fact only climbs. */
const RANK = { accepted: 1, sent: 2, failed: 3, delivered: 4 } as const;
const reported = fc.constantFrom<keyof typeof RANK>('accepted', 'sent', 'failed', 'delivered');
const events = fc.array(reported, { minLength: 1, maxLength: 12 });
const run = (start: TextState, list: readonly TextState[]): TextState => list.reduce(after, start);

describe('text states', () => {
  const cells = TEXT_STATES.flatMap((from) =>
    TEXT_STATES.map((to) => [from, to, NEXT[from].includes(to)] as const),
  );
  test.each(cells)('%s → %s: %s', (from, to, allowed) => {
    expect(mayBecome(from, to)).toBe(allowed);
    expect(after(from, to)).toBe(allowed ? to : from);
  });

  test('in flight is what has not reached the provider', () => {
    expect([...IN_FLIGHT].toSorted()).toEqual(['held', 'queued', 'sending']);
  });

  test('delivered is never turned back by any events', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TEXT_STATES)), (list) => {
        expect(run('delivered', list)).toBe('delivered');
      }),
    );
  });

  test('order and repetition of provider events do not matter: the highest wins', () => {
    const start = fc.constantFrom<TextState>('sending', 'uncertain');
    fc.assert(
      fc.property(start, events, fc.array(fc.nat()), (from, list, picks) => {
        const highest = list.reduce((a, b) => (RANK[b] > RANK[a] ? b : a));
        const repeated = [...list, ...picks.map((pick) => list[pick % list.length]!)];
        expect(run(from, list)).toBe(highest);
        expect(run(from, repeated)).toBe(highest);
        expect(run(from, repeated.toReversed())).toBe(highest);
      }),
    );
  });

  test('after is monotone: no event lowers what is known', () => {
    const known = fc.constantFrom<keyof typeof RANK>('accepted', 'sent', 'failed', 'delivered');
    fc.assert(
      fc.property(known, reported, (current, next) => {
        const result = after(current, next);
        expect(RANK[result as keyof typeof RANK]).toBe(Math.max(RANK[current], RANK[next]));
        expect(after(result, next)).toBe(result);
      }),
    );
  });

  test('no provider event turns confirmed back, whatever happens to the texts', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 4 }), (perText) => {
        const texts = perText.map((list) => text(run('sending', list)));
        expect(statusOf(contact({ agreement: CONFIRMED, texts }), NOW).kind).toBe('confirmed');
      }),
    );
  });

  test('no event about a resend takes pending away', () => {
    fc.assert(
      fc.property(events, (list) => {
        const texts = [text('delivered'), text(run('sending', list))];
        expect(statusOf(contact({ texts }), NOW).kind).toBe('pending_confirmation');
      }),
    );
  });
});
