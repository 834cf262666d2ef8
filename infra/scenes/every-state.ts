import type { Schemas } from '@keyholder/api-client';
import { NO_AGREEMENT, type Agreement } from '@keyholder/domain/contact/agreement';
import { banner } from '@keyholder/domain/contact/banner';
import type { ContactFacts } from '@keyholder/domain/contact/contact-facts';
import { NOT_OPTED_OUT } from '@keyholder/domain/contact/opt-out';
import { judgeLineType, UNCHECKED, type LineCheck, type LineType } from '@keyholder/domain/phone/line-type';
import type { TextRecord, TextState } from '@keyholder/domain/welcome/text-message';

/*
 * Contacts of every chip, status and tag. What is shown of them is computed by the product's own rules from facts that
 * stand here, since some states take a month, or a mistake of ours, to come about.
 */

const DAY = 24 * 60 * 60 * 1000;

/** Facts of a contact as they would be at `now`. */
const factsAt = (now: Date) => {
  const ago = (days: number): Date => new Date(now.getTime() - days * DAY);
  const text = (state: TextState, more: Partial<TextRecord> = {}): TextRecord => ({
    id: 'text',
    kind: 'welcome',
    state,
    reason: null,
    providerCode: null,
    holdReason: null,
    holdUntil: null,
    queuedAt: ago(0.1),
    dueAt: ago(0.1),
    retryOf: null,
    acceptedAt: null,
    sentAt: null,
    deliveredAt: null,
    failedAt: null,
    ...more,
  });
  const checked = (lineType: LineType): LineCheck => ({
    result: judgeLineType(lineType),
    lineType,
    carrier: null,
    country: 'US',
    checkedAt: ago(1),
  });
  const facts = (more: Partial<ContactFacts> = {}): ContactFacts => ({
    emergencyContact: true,
    lineCheck: checked('mobile'),
    numberProvenAt: null,
    bounce: null,
    texts: [],
    linksEndAt: null,
    pageOpenedAt: null,
    watchedPercent: 0,
    agreement: NO_AGREEMENT,
    optOut: NOT_OPTED_OUT,
    unreadReplies: 0,
    ...more,
  });
  const agreed = (by: 'page' | 'reply'): Agreement => ({
    state: 'confirmed',
    at: ago(1),
    confirmedBy: by,
    declineReason: null,
  });
  const delivered = text('delivered', { sentAt: ago(1), deliveredAt: ago(1), queuedAt: ago(1) });
  const failed = text('failed', { reason: 'unreachable', failedAt: ago(0.1) });
  return { ago, text, checked, facts, agreed, delivered, failed };
};

/** Names and facts: together they show every chip, status and tag. */
const peopleAt = (now: Date): readonly (readonly [name: string, facts: ContactFacts])[] => {
  const { ago, text, checked, facts, agreed, delivered, failed } = factsAt(now);
  const ahead = new Date(now.getTime() + 8 * 60 * 60 * 1000);
  return [
    ['Nora Newcomer', facts({ lineCheck: UNCHECKED })],
    ['Vera Valid', facts()],
    ['Otto Office', facts({ lineCheck: checked('fixedVoip') })],
    ['Lena Landline', facts({ lineCheck: checked('landline') })],
    [
      'Nils Nonumber',
      facts({ lineCheck: { ...checked('landline'), result: 'not_a_number', lineType: null } }),
    ],
    ['Ingo Inconclusive', facts({ lineCheck: checked('unknown') })],
    ['Sana Sending', facts({ texts: [text('sending')] })],
    ['Uma Uncertain', facts({ texts: [text('uncertain')] })],
    ['Skye Scheduled', facts({ texts: [text('held', { holdReason: 'quiet_hours', holdUntil: ahead })] })],
    ['Hector Held', facts({ texts: [text('held', { holdReason: 'queue_stopped' })] })],
    [
      'Pia Pending',
      facts({ texts: [delivered], linksEndAt: ahead, pageOpenedAt: ago(0.5), watchedPercent: 40 }),
    ],
    ['Rita Resend', facts({ texts: [delivered, failed], linksEndAt: ahead })],
    ['Ezra Expired', facts({ texts: [delivered], linksEndAt: ago(0.2) })],
    ['Erin Error', facts({ texts: [failed] })],
    [
      'Cora Confirmed',
      facts({ texts: [delivered], agreement: agreed('page'), watchedPercent: 100, numberProvenAt: ago(1) }),
    ],
    ['Yves Yes', facts({ texts: [delivered], agreement: agreed('reply') })],
    [
      'Lars Lasttext',
      facts({ texts: [delivered, { ...failed, kind: 'confirmation' }], agreement: agreed('page') }),
    ],
    ['Alma Accountant', facts({ emergencyContact: false, texts: [delivered], agreement: agreed('page') })],
    ['Rosa Reply', facts({ texts: [delivered], linksEndAt: ahead, unreadReplies: 2 })],
    [
      'Dina Declined',
      facts({ agreement: { ...NO_AGREEMENT, state: 'declined', at: ago(1), declineReason: 'not_wanted' } }),
    ],
    [
      'Wim Wrongperson',
      facts({ agreement: { ...NO_AGREEMENT, state: 'declined', at: ago(1), declineReason: 'wrong_person' } }),
    ],
    ['Otis Optedout', facts({ optOut: { state: true, by: 'stop', at: ago(1) } })],
  ];
};

/** The contacts as the API shows them. @param like whose other fields they have */
export const contactsInEveryState = (like: Schemas['Contact'], now: Date): Schemas['Contact'][] =>
  peopleAt(now).map(([name, facts], index) => {
    const { chip, status, tags } = banner(facts, now);
    return {
      ...like,
      id: `019ac0de-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
      name,
      slotNumber: index + 1,
      emergencyContact: facts.emergencyContact,
      chip,
      status: {
        ...status,
        since: status.since?.toISOString() ?? null,
        until: status.until?.toISOString() ?? null,
      },
      tags: [...tags],
    };
  });
