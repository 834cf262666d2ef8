import { describe, expect, test } from 'vitest';
import { banner, TAG_KINDS, type TagKind } from '../../src/contact/banner.ts';
import type { ContactFacts } from '../../src/contact/contact-facts.ts';
import { ago, CONFIRMED, contact, DECLINED, NOW, OPTED_OUT, text } from '../support/facts.ts';

const BY_REPLY = { ...CONFIRMED, confirmedBy: 'reply' } as const;
const failed = text('failed', { reason: 'unreachable' });
const refusedForOptOut = text('failed', { reason: 'opted_out' });

const TABLE: readonly (readonly [string, Partial<ContactFacts>, readonly TagKind[]])[] = [
  ['nothing happened', {}, []],
  ['no emergency contact', { emergencyContact: false }, ['not_texted_about_alarms']],
  ['first text failed: the status says it', { texts: [failed] }, []],
  ['resend failed while pending', { texts: [text('delivered'), failed] }, ['resend_failed']],
  ['resend failed while only sent', { texts: [text('sent'), failed] }, ['resend_failed']],
  [
    'resend failed and links expired',
    { texts: [text('delivered'), failed], linksEndAt: ago(1) },
    ['resend_failed'],
  ],
  ['failed before the one that arrived', { texts: [failed, text('delivered')] }, []],
  ['resend under way', { texts: [text('delivered'), text('queued')] }, []],
  [
    'cancelled after the failed resend',
    { texts: [text('delivered'), failed, text('cancelled')] },
    ['resend_failed'],
  ],
  [
    'last failed, confirmed',
    { texts: [text('delivered'), failed], agreement: CONFIRMED },
    ['last_text_failed'],
  ],
  ['last failed, declined', { texts: [failed], agreement: DECLINED }, ['last_text_failed']],
  ['last failed, opted out', { texts: [failed], optOut: OPTED_OUT }, ['last_text_failed']],
  ['refused for the opt-out', { texts: [refusedForOptOut], optOut: OPTED_OUT }, []],
  [
    'refused for an opt-out that is over',
    { texts: [text('delivered'), refusedForOptOut], agreement: CONFIRMED },
    [],
  ],
  [
    'the text after Confirm failed',
    { texts: [text('delivered'), text('failed', { kind: 'confirmation' })], agreement: CONFIRMED },
    ['last_text_failed'],
  ],
  [
    'the text after Confirm arrived',
    { texts: [text('delivered'), failed, text('delivered', { kind: 'confirmation' })], agreement: CONFIRMED },
    [],
  ],
  ['confirmed by reply, nothing watched', { agreement: BY_REPLY }, ['confirmed_by_reply']],
  ['confirmed by reply, half watched', { agreement: BY_REPLY, watchedPercent: 99 }, ['confirmed_by_reply']],
  ['confirmed by reply, watched', { agreement: BY_REPLY, watchedPercent: 100 }, []],
  ['confirmed on the page, not watched', { agreement: CONFIRMED }, []],
  ['one reply', { unreadReplies: 1 }, ['reply_to_read']],
  [
    'everything at once',
    { emergencyContact: false, texts: [failed], agreement: BY_REPLY, unreadReplies: 3 },
    ['not_texted_about_alarms', 'last_text_failed', 'confirmed_by_reply', 'reply_to_read'],
  ],
];

describe('tags', () => {
  test.each(TABLE)('%s', (_name, facts, tags) => {
    expect(banner(contact(facts), NOW).tags.map(({ kind }) => kind)).toEqual(tags);
  });
  test('the table shows every tag', () => {
    expect([...new Set(TABLE.flatMap(([, , tags]) => tags))].toSorted()).toEqual([...TAG_KINDS].toSorted());
  });
  test('words', () => {
    const { tags } = banner(
      contact({ emergencyContact: false, texts: [failed], agreement: BY_REPLY, unreadReplies: 1 }),
      NOW,
    );
    expect(tags.map((tag) => tag.text)).toEqual([
      'Not texted about alarms',
      'Last text failed',
      'Confirmed by reply, video not watched',
      'Reply to read',
    ]);
    expect(banner(contact({ texts: [text('delivered'), failed] }), NOW).tags[0]?.text).toBe('Resend failed');
  });
});
