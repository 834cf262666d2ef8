import { chipOf, statusOf } from '../contact/banner.ts';
import type { ContactFacts } from '../contact/contact-facts.ts';
import { FAILURE_ACTIONS, type FailureAction } from '../welcome/failure-actions.ts';
import { INVITING_KINDS, invitationsIn, type TextRecord, type TextState } from '../welcome/text-message.ts';
import { reachability, whyUnreachable } from './reachability.ts';

/**
 * What a dealer can do so that a site meets its minimum, in the order in which it is offered: first what somebody
 * waits for an answer to, then what is done with a press, then what takes a call; waiting comes last.
 */
export const NEXT_ACTIONS = [
  'read_reply',
  'send',
  'validate',
  'resend',
  'correct_number',
  'ask_support',
  'call_customer',
  'add_contact',
  'wait',
] as const;
export type NextAction = (typeof NEXT_ACTIONS)[number];

/** Place of an action in {@link NEXT_ACTIONS}, from 0. */
export const rankOf = (action: NextAction): number => NEXT_ACTIONS.indexOf(action);

/** How long an unanswered text is left alone before the dealer is told to call: people look at their phone. */
export const PATIENCE_MS = 3 * 24 * 60 * 60 * 1000;

type ContactAction = Exclude<NextAction, 'add_contact'>;

/** The last text failed of one who confirmed: no welcome text goes there any more, so it takes a person. */
const afterConfirming = (facts: ContactFacts): ContactAction => {
  const reason = facts.texts.findLast(({ state }) => state !== 'cancelled')?.reason ?? 'unknown';
  const action = FAILURE_ACTIONS[reason];
  return action === 'resend' ? 'call_customer' : action;
};

const afterFailure = (facts: ContactFacts): FailureAction => {
  const last = invitationsIn(facts.texts).findLast(({ state }) => state !== 'cancelled');
  return FAILURE_ACTIONS[last?.reason ?? 'unknown'];
};

/** Whether the number should be looked up first, may be texted, or is none that texts reach. */
const beforeFirstText = (facts: ContactFacts): ContactAction => {
  switch (chipOf(facts).kind) {
    case 'not_checked':
      return 'validate';
    case 'not_a_cell_phone':
    case 'not_a_phone_number':
      return 'correct_number';
    case 'valid_number':
    case 'could_not_check':
    case 'may_not_get_texts':
      return 'send';
  }
};

const byStatus = (facts: ContactFacts, now: Date): ContactAction => {
  const { kind, since } = statusOf(facts, now);
  switch (kind) {
    case 'opted_out':
      return 'call_customer';
    case 'declined':
      return facts.agreement.declineReason === 'wrong_person' ? 'correct_number' : 'call_customer';
    case 'confirmed':
      return afterConfirming(facts);
    case 'link_expired':
      return 'resend';
    case 'pending_confirmation':
      return since !== null && now.getTime() - since.getTime() >= PATIENCE_MS ? 'call_customer' : 'wait';
    case 'send_error':
      return afterFailure(facts);
    case 'held':
    case 'scheduled':
      return 'wait';
    case 'sending':
      return invitationsIn(facts.texts).at(-1)?.state === 'uncertain' ? 'resend' : 'wait';
    case 'not_sent':
      return beforeFirstText(facts);
  }
};

/**
 * The one next step with a contact at `now`; null where there is none: texted about alarms already, or not meant to be.
 */
export const nextActionFor = (facts: ContactFacts, now: Date): ContactAction | null => {
  if (facts.unreadReplies > 0) return 'read_reply';
  if (!facts.emergencyContact || whyUnreachable(facts) === null) return null;
  return byStatus(facts, now);
};

/** What to do at a site, and with whom; null: with the list as a whole. */
export interface NextStep {
  readonly action: NextAction;
  readonly contactId: string | null;
}

interface Listed {
  readonly id: string;
  readonly phone: string;
  readonly facts: ContactFacts;
}

/**
 * The one next step at a site: the first action of {@link NEXT_ACTIONS} that one of its contacts asks for, in the
 * order given. Null where the site meets its minimum and nobody waits for an answer: it is not on the worklist.
 */
export const nextStepAt = (
  site: { readonly minimumReachable: number },
  contacts: readonly Listed[],
  now: Date,
): NextStep | null => {
  const steps = contacts.flatMap(({ id, facts }): NextStep[] => {
    const action = nextActionFor(facts, now);
    return action === null ? [] : [{ action, contactId: id }];
  });
  const [best] = steps.toSorted((one, other) => rankOf(one.action) - rankOf(other.action));
  if (reachability(site, contacts).meetsMinimum) return best?.action === 'read_reply' ? best : null;
  return best ?? { action: 'add_contact', contactId: null };
};

/** The next moment after `now` at which the step may change although nothing happens; null where there is none. */
export const stepChangesAt = (contacts: readonly Pick<Listed, 'facts'>[], now: Date): Date | null => {
  const moments = contacts.flatMap(({ facts }) => {
    const { kind, since, until } = statusOf(facts, now);
    if (kind !== 'pending_confirmation') return [];
    return [until, since === null ? null : new Date(since.getTime() + PATIENCE_MS)];
  });
  return moments.reduce<Date | null>(
    (first, at) => (at === null || at <= now || (first !== null && first <= at) ? first : at),
    null,
  );
};

/** While a text is in one of these, nothing is to be done but to wait. */
const ON_ITS_WAY: readonly TextState[] = ['queued', 'sending', 'accepted'];

/**
 * False where a site stands as before, with the same next step until the same moment, after one of its texts went from
 * one state to another: it is still on its way, or an invitation that the carrier had has reached the phone. Most
 * of what a provider reports is of this kind.
 */
export const textMayChangeStanding = (kind: TextRecord['kind'], from: TextState, to: TextState): boolean => {
  if (ON_ITS_WAY.includes(from) && ON_ITS_WAY.includes(to)) return false;
  // Of another text the delivery proves the number of a contact that was not invited yet: it may be texted now.
  return !(from === 'sent' && to === 'delivered' && INVITING_KINDS.includes(kind));
};
