import { lastTextFailed, statusOf } from '../contact/banner.ts';
import type { ContactFacts } from '../contact/contact-facts.ts';
import { IN_FLIGHT, invitationsIn } from './text-message.ts';

/** Days after which a contact who has not answered is reminded, unless the dealer sets another number or none. */
export const REMINDER_AFTER_DAYS = 3;
export const REMINDER_DAYS_MAX = 14;

const DAY = 24 * 60 * 60_000;

/**
 * Whether a contact is reminded now: once, so many days after the last invitation came through, while they have
 * neither answered nor opted out. A dealer who sends again moves the reminder; nobody gets a second one.
 */
export const isReminderDue = (facts: ContactFacts, afterDays: number, now: Date): boolean => {
  const status = statusOf(facts, now).kind;
  if (status !== 'pending_confirmation' && status !== 'link_expired') return false;
  const invitations = invitationsIn(facts.texts);
  if (invitations.some(({ kind, state }) => kind === 'reminder' && state !== 'cancelled')) return false;
  if (invitations.some(({ state }) => IN_FLIGHT.includes(state) || state === 'uncertain')) return false;
  if (lastTextFailed(facts)) return false;
  const arrivals = invitations.flatMap(({ state, sentAt, deliveredAt, acceptedAt, queuedAt }) =>
    state === 'sent' || state === 'delivered'
      ? [(sentAt ?? deliveredAt ?? acceptedAt ?? queuedAt).getTime()]
      : [],
  );
  return Math.max(...arrivals) + afterDays * DAY <= now.getTime();
};
