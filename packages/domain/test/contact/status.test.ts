import { describe, expect, test } from 'vitest';
import { STATUS_KINDS, statusOf, type StatusKind } from '../../src/contact/banner.ts';
import type { ContactFacts } from '../../src/contact/contact-facts.ts';
import { OPT_OUT_SOURCES } from '../../src/contact/opt-out.ts';
import { FAILURE_ACTIONS } from '../../src/welcome/failure-actions.ts';
import { en } from '../../src/words/en.ts';
import { FAILURE_REASONS, type TextState } from '../../src/welcome/text-message.ts';
import {
  ago,
  ahead,
  CONFIRMED,
  contact,
  DAY,
  DECLINED,
  MINUTE,
  NOW,
  OPTED_OUT,
  text,
} from '../support/facts.ts';

const kindOf = (facts: Partial<ContactFacts>): StatusKind => statusOf(contact(facts), NOW).kind;
const delivered = text('delivered', { queuedAt: ago(3 * DAY), deliveredAt: ago(3 * DAY) });

/** For each row of the table in product.md, in its order: the least that makes it apply. */
const ROWS = [
  ['opted_out', 'red', { optOut: OPTED_OUT }],
  ['declined', 'red', { agreement: DECLINED }],
  ['confirmed', 'blue', { agreement: CONFIRMED }],
  ['held', 'amber', { texts: [text('held', { holdReason: 'queue_stopped' })] }],
  ['link_expired', 'amber', { texts: [delivered], linksEndAt: ago(MINUTE) }],
  ['pending_confirmation', 'yellow', { texts: [delivered] }],
  ['send_error', 'red', { texts: [text('failed', { reason: 'landline' })] }],
  ['scheduled', 'grey', { texts: [text('held', { holdReason: 'quiet_hours' })] }],
  ['sending', 'grey', { texts: [text('queued')] }],
  ['not_sent', 'grey', {}],
] as const satisfies readonly (readonly [StatusKind, string, Partial<ContactFacts>])[];

/** Rows that never apply together: one agreement, one last text, and "no text yet" beside a text. */
const NEVER_TOGETHER = new Set([
  'declined+confirmed',
  'held+send_error',
  'held+scheduled',
  'held+sending',
  'send_error+scheduled',
  'send_error+sending',
  'scheduled+sending',
  'held+not_sent',
  'link_expired+not_sent',
  'pending_confirmation+not_sent',
  'send_error+not_sent',
  'scheduled+not_sent',
  'sending+not_sent',
]);

/** Both rows' facts at once: what came through came first, the other's text is the last. */
const together = (a: Partial<ContactFacts>, b: Partial<ContactFacts>): Partial<ContactFacts> => {
  const texts = new Set([...(a.texts ?? []), ...(b.texts ?? [])]);
  const came = [...texts].filter(({ state }) => state === 'delivered');
  return { ...b, ...a, texts: [...came, ...[...texts].filter((one) => !came.includes(one))] };
};

describe('status, row by row', () => {
  test('the rows are all there are, in the order of the table', () => {
    expect(ROWS.map(([kind]) => kind)).toEqual([...STATUS_KINDS]);
  });
  test.each(ROWS)('%s is %s', (kind, colour, facts) => {
    expect(statusOf(contact(facts), NOW)).toMatchObject({ kind, colour });
  });
});

describe('status, where two rows apply the first wins', () => {
  const pairs = ROWS.flatMap(([winner, , a], index) =>
    ROWS.slice(index + 1).map(([loser, , b]) => [winner, loser, a, b] as const),
  ).filter(([winner, loser]) => !NEVER_TOGETHER.has(`${winner}+${loser}`));
  test('32 of the 45 pairs can apply together', () => {
    expect(pairs).toHaveLength(32);
  });
  test.each(pairs)('%s before %s', (winner, _loser, a, b) => {
    expect(kindOf(together(a, b))).toBe(winner);
  });
});

describe('status by the state of the only text', () => {
  const TABLE: Record<TextState, StatusKind> = {
    queued: 'sending',
    held: 'scheduled',
    sending: 'sending',
    accepted: 'sending',
    sent: 'pending_confirmation',
    delivered: 'pending_confirmation',
    failed: 'send_error',
    uncertain: 'sending',
    cancelled: 'not_sent',
  };
  test.each(Object.entries(TABLE) as [TextState, StatusKind][])('%s: %s', (state, kind) => {
    const holdReason = state === 'held' ? 'quiet_hours' : null;
    expect(kindOf({ texts: [text(state, { holdReason })] })).toBe(kind);
  });
});

describe('status over several texts', () => {
  test.each<[string, StatusKind, TextState[]]>([
    ['a resend that fails does not undo pending', 'pending_confirmation', ['delivered', 'failed']],
    ['a text only sent is pending although the resend failed', 'pending_confirmation', ['sent', 'failed']],
    ['a resend under way leaves pending', 'pending_confirmation', ['delivered', 'queued']],
    ['a resend after a failure is sending', 'sending', ['failed', 'queued']],
    ['a resend that arrives ends the send error', 'pending_confirmation', ['failed', 'delivered']],
    ['a cancelled resend does not hide the failure', 'send_error', ['failed', 'cancelled']],
    ['cancelled texts alone are no text', 'not_sent', ['cancelled', 'cancelled']],
    ['two failures', 'send_error', ['failed', 'failed']],
  ])('%s', (_name, kind, states) => {
    expect(kindOf({ texts: states.map((state) => text(state)) })).toBe(kind);
  });

  test('texts that do not invite decide no status', () => {
    const help = text('delivered', { kind: 'help' });
    const notice = text('failed', { kind: 'opt_out_notice', reason: 'opted_out' });
    expect(kindOf({ texts: [help, notice] })).toBe('not_sent');
    expect(kindOf({ texts: [text('failed', { reason: 'landline' }), help] })).toBe('send_error');
  });
});

describe('what a status says', () => {
  const say = (facts: Partial<ContactFacts>) => statusOf(contact(facts), NOW);

  test('links expire at their end, not before, and never without a link', () => {
    const texts = [delivered];
    expect(kindOf({ texts, linksEndAt: ahead(1) })).toBe('pending_confirmation');
    expect(kindOf({ texts, linksEndAt: NOW })).toBe('link_expired');
    expect(kindOf({ texts: [text('failed')], linksEndAt: ago(1) })).toBe('send_error');
    expect(say({ texts, linksEndAt: ago(DAY) }).since).toEqual(ago(DAY));
    expect(say({ texts, linksEndAt: ahead(DAY) }).until).toEqual(ahead(DAY));
  });

  test.each(OPT_OUT_SOURCES)('opted out by %s says how to come back and since when', (by) => {
    const status = say({ optOut: { state: true, by, at: ago(DAY) } });
    expect(status.advice).toContain('texting START');
    expect(status.since).toEqual(ago(DAY));
  });
  test('the four ways to opt out are told apart', () => {
    const advices = OPT_OUT_SOURCES.map((by) => say({ optOut: { state: true, by, at: NOW } }).advice);
    expect(new Set(advices).size).toBe(OPT_OUT_SOURCES.length);
  });

  test('declined tells the wrong person from the unwilling', () => {
    const wrong = say({ agreement: { ...DECLINED, declineReason: 'wrong_person' } });
    const unwilling = say({ agreement: DECLINED });
    expect(wrong.text).toBe('Declined: wrong person');
    expect(wrong.advice).toContain('Correct the number');
    expect(unwilling.text).toBe('Declined');
    expect(unwilling.advice).toContain('do not want');
    expect(wrong.since).toEqual(DECLINED.at);
  });

  test('confirmed says when and how', () => {
    expect(say({ agreement: CONFIRMED })).toMatchObject({
      since: CONFIRMED.at,
      advice: 'Confirmed on the welcome page.',
    });
    expect(say({ agreement: CONFIRMED, watchedPercent: 100 }).advice).toContain('video watched');
    expect(say({ agreement: CONFIRMED, watchedPercent: 99 }).advice).not.toContain('video watched');
    expect(say({ agreement: { ...CONFIRMED, confirmedBy: 'reply' } }).advice).toContain('replying YES');
  });

  test('held says that nothing is wrong with the contact, and that nobody has to send again', () => {
    const { advice } = say({ texts: [text('held', { holdReason: 'queue_stopped' })] });
    expect(advice).toContain('on our side or at the provider');
    expect(advice).toContain('goes out by itself');
  });

  test('scheduled says until when', () => {
    const texts = [text('held', { holdReason: 'quiet_hours', holdUntil: ahead(DAY) })];
    expect(say({ texts }).until).toEqual(ahead(DAY));
  });

  test('a text that is tried again by itself says so, and when', () => {
    const waits = say({
      texts: [text('failed'), text('queued', { retryOf: 'text-0', dueAt: ahead(MINUTE) })],
    });
    expect(waits).toMatchObject({ kind: 'sending', until: ahead(MINUTE) });
    expect(waits.advice).toContain('tried again by itself');
    const due = say({ texts: [text('queued', { dueAt: NOW })] });
    expect(due).toMatchObject({ advice: 'The text is on its way.', until: null });
    expect(say({ texts: [text('sending', { dueAt: ahead(MINUTE) })] }).until).toBeNull();
  });

  test('pending says whether delivery is proven', () => {
    expect(say({ texts: [text('sent')] }).advice).toContain('delivery not proven');
    expect(say({ texts: [text('delivered')] }).advice).toContain('was delivered');
    expect(say({ texts: [text('delivered'), text('sent')] }).advice).toContain('was delivered');
  });

  test.each<[string, Partial<ContactFacts>]>([
    ['The page was not opened yet.', {}],
    ['The page was opened, the video not watched yet.', { pageOpenedAt: ago(1) }],
    ['The page was opened, 1 % of the video watched.', { pageOpenedAt: ago(1), watchedPercent: 1 }],
    ['The page was opened, 99 % of the video watched.', { pageOpenedAt: ago(1), watchedPercent: 99 }],
    ['The page was opened and the video watched.', { pageOpenedAt: ago(1), watchedPercent: 100 }],
  ])('pending: %s', (words, facts) => {
    expect(say({ texts: [delivered], ...facts }).advice).toContain(words);
  });

  test('pending since the first text that came through, whatever the order they are listed in', () => {
    const first = text('sent', { sentAt: ago(5 * DAY) });
    const second = text('delivered', { sentAt: ago(2 * DAY), deliveredAt: ago(DAY) });
    const failed = text('failed', { sentAt: ago(9 * DAY) });
    expect(say({ texts: [failed, first, second] }).since).toEqual(ago(5 * DAY));
    expect(say({ texts: [failed, second, first] }).since).toEqual(ago(5 * DAY));
    expect(say({ texts: [text('delivered', { deliveredAt: ago(7) })] }).since).toEqual(ago(7));
  });

  test.each(FAILURE_REASONS)('send error %s says why and the next step', (reason) => {
    const status = say({ texts: [text('failed', { reason, providerCode: '30006', failedAt: ago(5) })] });
    expect(status.text).toBe(`Send error: ${en.failures[reason].why}`);
    expect(status.advice).toBe(en.failures[reason].nextStep);
    expect(status.since).toEqual(ago(5));
    expect(`${status.text} ${status.advice}`).not.toContain('30006');
  });
  test('each failure reason has words of its own', () => {
    expect(new Set(FAILURE_REASONS.map((reason) => en.failures[reason].why)).size).toBe(
      FAILURE_REASONS.length,
    );
  });
  test('the words of the failures that product.md names', () => {
    expect(en.failures.not_textable.why).toBe('most likely a landline');
    expect(en.failures.landline.why).toBe('landline or carrier unreachable');
    expect(en.failures.unreachable.why).toContain('phone off');
    expect(FAILURE_ACTIONS.unreachable).toBe('resend');
    expect(FAILURE_ACTIONS.landline).toBe('correct_number');
    expect(FAILURE_ACTIONS.misconfigured).toBe('ask_support');
  });
  test('a failure without a reason is unknown', () => {
    expect(say({ texts: [text('failed')] }).text).toBe(`Send error: ${en.failures.unknown.why}`);
  });

  test('sending says when nobody knows whether the text was taken', () => {
    expect(say({ texts: [text('uncertain')] }).advice).toContain('may then arrive twice');
    expect(say({ texts: [text('sending')] }).advice).toBe('The text is on its way.');
  });
});
