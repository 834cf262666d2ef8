import { describe, expect, test } from 'vitest';
import type { ContactFacts } from '../../src/contact/contact-facts.ts';
import { isReminderDue } from '../../src/welcome/reminder.ts';
import { ago, ahead, CONFIRMED, contact, DAY, DECLINED, NOW, OPTED_OUT, text } from '../support/facts.ts';

const arrived = (days: number) => text('delivered', { queuedAt: ago(days * DAY), sentAt: ago(days * DAY) });
const due = (facts: Partial<ContactFacts>, afterDays = 3) => isReminderDue(contact(facts), afterDays, NOW);

describe('the one reminder', () => {
  test.each<[string, Partial<ContactFacts>, boolean]>([
    ['three days after the text arrived', { texts: [arrived(3)] }, true],
    ['a moment earlier', { texts: [text('delivered', { sentAt: ago(3 * DAY - 1) })] }, false],
    ['taken by the carrier is enough', { texts: [text('sent', { sentAt: ago(4 * DAY) })] }, true],
    ['nothing arrived', { texts: [text('failed')] }, false],
    ['confirmed', { texts: [arrived(4)], agreement: CONFIRMED }, false],
    ['declined', { texts: [arrived(4)], agreement: DECLINED }, false],
    ['opted out', { texts: [arrived(4)], optOut: OPTED_OUT }, false],
    [
      'reminded already',
      { texts: [arrived(9), text('delivered', { kind: 'reminder', sentAt: ago(6 * DAY) })] },
      false,
    ],
    ['a reminder that failed was one', { texts: [arrived(9), text('failed', { kind: 'reminder' })] }, false],
    [
      'a reminder that was cancelled was none',
      { texts: [arrived(9), text('cancelled', { kind: 'reminder' })] },
      true,
    ],
    ['sent again since: counted from then', { texts: [arrived(9), arrived(1)] }, false],
    ['another text is on its way', { texts: [arrived(9), text('queued')] }, false],
    ['the outcome of another is unknown', { texts: [arrived(9), text('uncertain')] }, false],
    ['the last text failed', { texts: [arrived(9), text('failed')] }, false],
    ['every link has expired', { texts: [arrived(31)], linksEndAt: ago(DAY) }, true],
    [
      'the page was opened, nothing answered',
      { texts: [arrived(4)], pageOpenedAt: ago(DAY), linksEndAt: ahead(DAY) },
      true,
    ],
  ])('%s: %s', (_, facts, expected) => expect(due(facts)).toBe(expected));

  test('the dealer’s number of days', () => {
    expect(due({ texts: [arrived(3)] }, 4)).toBe(false);
    expect(due({ texts: [arrived(4)] }, 4)).toBe(true);
  });
});
