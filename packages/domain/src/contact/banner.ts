import { FAILURE_WORDS, type FailureWords } from '../welcome/failure-words.ts';
import { invitationsIn, type FailureReason, type TextRecord } from '../welcome/text-message.ts';
import type { ContactFacts } from './contact-facts.ts';

/*
 * What a dealer sees of a contact: a line chip, one status, and tags; computed from the facts, never stored
 * (product.md, "What is shown").
 */

export type Colour = 'green' | 'grey' | 'amber' | 'red' | 'yellow' | 'blue';

export const CHIP_KINDS = [
  'valid_number',
  'not_checked',
  'could_not_check',
  'may_not_get_texts',
  'not_a_cell_phone',
  'not_a_phone_number',
] as const;
export type ChipKind = (typeof CHIP_KINDS)[number];

export interface Chip {
  readonly kind: ChipKind;
  readonly colour: Colour;
  readonly text: string;
}

export const STATUS_KINDS = [
  'opted_out',
  'declined',
  'confirmed',
  'held',
  'link_expired',
  'pending_confirmation',
  'send_error',
  'scheduled',
  'sending',
  'not_sent',
] as const;
export type StatusKind = (typeof STATUS_KINDS)[number];

export interface Status {
  readonly kind: StatusKind;
  readonly colour: Colour;
  readonly text: string;
  /** What it means here, and the one next step where there is one. */
  readonly advice: string;
  /** When the contact came into this status; null where nothing has happened yet. */
  readonly since: Date | null;
  /** When it ends by itself: a scheduled or postponed text goes out, the last link expires. Null where nothing is due. */
  readonly until: Date | null;
}

export const TAG_KINDS = [
  'not_texted_about_alarms',
  'last_text_failed',
  'resend_failed',
  'confirmed_by_reply',
  'reply_to_read',
] as const;
export type TagKind = (typeof TAG_KINDS)[number];

export interface Tag {
  readonly kind: TagKind;
  readonly text: string;
}

export interface Banner {
  readonly chip: Chip;
  readonly status: Status;
  readonly tags: readonly Tag[];
}

const CHIPS: Record<ChipKind, Chip> = {
  valid_number: { kind: 'valid_number', colour: 'green', text: 'Valid number' },
  not_checked: { kind: 'not_checked', colour: 'grey', text: 'Not checked' },
  could_not_check: { kind: 'could_not_check', colour: 'grey', text: 'Could not check' },
  may_not_get_texts: { kind: 'may_not_get_texts', colour: 'amber', text: 'May not get texts' },
  not_a_cell_phone: { kind: 'not_a_cell_phone', colour: 'red', text: 'Not a cell phone' },
  not_a_phone_number: { kind: 'not_a_phone_number', colour: 'red', text: 'Not a phone number' },
};

const CHIP_OF_RESULT = {
  unchecked: 'not_checked',
  valid: 'valid_number',
  may_not_get_texts: 'may_not_get_texts',
  not_textable: 'not_a_cell_phone',
  not_a_number: 'not_a_phone_number',
  inconclusive: 'could_not_check',
} as const satisfies Record<ContactFacts['lineCheck']['result'], ChipKind>;

/** True if a delivered text or a confirmation proves the number, and no bounce came after it. */
export const isNumberProven = ({
  numberProvenAt,
  bounce,
}: Pick<ContactFacts, 'numberProvenAt' | 'bounce'>): boolean =>
  numberProvenAt !== null && (bounce === null || numberProvenAt >= bounce.at);

/**
 * The line chip. What really happened weighs more than what was looked up: proof (a delivered text, a
 * confirmation) and bounces overrule the check, the later of the two wins.
 */
export const chipOf = (facts: Pick<ContactFacts, 'lineCheck' | 'numberProvenAt' | 'bounce'>): Chip => {
  const { bounce, lineCheck } = facts;
  if (isNumberProven(facts)) return CHIPS.valid_number;
  if (bounce !== null) {
    return bounce.kind === 'landline' ? CHIPS.not_a_cell_phone : CHIPS.not_a_phone_number;
  }
  return CHIPS[CHIP_OF_RESULT[lineCheck.result]];
};

const lastOf = (texts: readonly TextRecord[]): TextRecord | null =>
  texts.findLast((text) => text.state !== 'cancelled') ?? null;

const lastInvitation = (texts: readonly TextRecord[]): TextRecord | null => lastOf(invitationsIn(texts));

/**
 * True if the last text to the contact, of whatever kind, failed; a cancelled one does not count. Nor does one that
 * failed for an opt-out: the opt-out says so while it stands, and after START the number can be reached again.
 */
export const lastTextFailed = (facts: Pick<ContactFacts, 'texts'>): boolean => {
  const last = lastOf(facts.texts);
  return last?.state === 'failed' && last.reason !== 'opted_out';
};

/** The text that makes a contact pending: the carrier has taken it, or the phone has it. */
const reachedCarrier = (text: TextRecord): boolean => text.state === 'delivered' || text.state === 'sent';

/** The invitations that came through. */
const arrived = (texts: readonly TextRecord[]): readonly TextRecord[] =>
  invitationsIn(texts).filter(reachedCarrier);

/** Pending began with the earliest text that came through. */
const pendingSince = (texts: readonly TextRecord[]): Date | null => {
  const times = arrived(texts).map(
    (text) => text.sentAt ?? text.deliveredAt ?? text.acceptedAt ?? text.queuedAt,
  );
  return times.reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null);
};

const failureWords = (reason: FailureReason | null): FailureWords => FAILURE_WORDS[reason ?? 'unknown'];

const pageProgress = (facts: ContactFacts): string => {
  if (facts.watchedPercent >= 100) return 'The page was opened and the video watched.';
  if (facts.watchedPercent > 0) return `The page was opened, ${facts.watchedPercent} % of the video watched.`;
  if (facts.pageOpenedAt !== null) return 'The page was opened, the video not watched yet.';
  return 'The page was not opened yet.';
};

const OPT_OUT_WORDS = {
  stop: 'They replied STOP.',
  page: 'They opted out on the welcome page.',
  dealer: 'Recorded by the dealer.',
  provider: 'The carrier reports that they opted out.',
} as const;

/** One rule of the status table: the status where it applies, null where the next rule is asked. */
type Rule = (facts: ContactFacts, now: Date) => Status | null;

const optedOut: Rule = ({ optOut }) =>
  optOut.state
    ? {
        kind: 'opted_out',
        colour: 'red',
        text: 'Opted out',
        advice: `${optOut.by === null ? '' : `${OPT_OUT_WORDS[optOut.by]} `}No text is sent. They come back by texting START to the number the texts came from.`,
        since: optOut.at,
        until: null,
      }
    : null;

const declined: Rule = ({ agreement }) =>
  agreement.state === 'declined'
    ? {
        kind: 'declined',
        colour: 'red',
        text: agreement.declineReason === 'wrong_person' ? 'Declined: wrong person' : 'Declined',
        advice:
          agreement.declineReason === 'wrong_person'
            ? 'The person with this number is not the one you meant. Correct the number.'
            : 'They do not want these texts for this site. Choose another contact, or talk to them.',
        since: agreement.at,
        until: null,
      }
    : null;

const confirmed: Rule = ({ agreement, watchedPercent }) => {
  if (agreement.state !== 'confirmed') return null;
  const how =
    agreement.confirmedBy === 'reply'
      ? 'Confirmed by replying YES.'
      : `Confirmed on the welcome page${watchedPercent >= 100 ? ', video watched' : ''}.`;
  return {
    kind: 'confirmed',
    colour: 'blue',
    text: 'Confirmed',
    advice: how,
    since: agreement.at,
    until: null,
  };
};

const held: Rule = ({ texts }) => {
  const last = lastInvitation(texts);
  return last?.state === 'held' && last.holdReason === 'queue_stopped'
    ? {
        kind: 'held',
        colour: 'amber',
        text: 'Held',
        advice:
          'Texts of this brand are stopped because messaging is not set up correctly on our side. Support mends it; the text then goes out by itself.',
        since: last.queuedAt,
        until: null,
      }
    : null;
};

const linkExpired: Rule = ({ texts, linksEndAt }, now) =>
  arrived(texts).length > 0 && linksEndAt !== null && linksEndAt <= now
    ? {
        kind: 'link_expired',
        colour: 'amber',
        text: 'Link expired',
        advice: 'They have not confirmed, and every link has expired. Send the welcome text again.',
        since: linksEndAt,
        until: null,
      }
    : null;

const pending: Rule = (facts) => {
  const texts = arrived(facts.texts);
  if (texts.length === 0) return null;
  const proven = texts.some((text) => text.state === 'delivered');
  return {
    kind: 'pending_confirmation',
    colour: 'yellow',
    text: 'Pending confirmation',
    advice: `${proven ? 'The text was delivered.' : 'The carrier took the text; delivery not proven.'} ${pageProgress(facts)}`,
    since: pendingSince(facts.texts),
    until: facts.linksEndAt,
  };
};

const sendError: Rule = ({ texts }) => {
  const last = lastInvitation(texts);
  if (last?.state !== 'failed') return null;
  const words = failureWords(last.reason);
  return {
    kind: 'send_error',
    colour: 'red',
    text: `Send error: ${words.why}`,
    advice: words.nextStep,
    since: last.failedAt ?? last.queuedAt,
    until: null,
  };
};

const scheduled: Rule = ({ texts }) => {
  const last = lastInvitation(texts);
  return last?.state === 'held'
    ? {
        kind: 'scheduled',
        colour: 'grey',
        text: 'Scheduled',
        advice: 'The text waits for the morning at the site: no texts are sent at night.',
        since: last.queuedAt,
        until: last.holdUntil,
      }
    : null;
};

const sendingWords = (last: TextRecord, now: Date): string => {
  if (last.state === 'uncertain') {
    return 'The carrier has not said whether it took the text, so it is not sent again by itself. You may send it again; it may then arrive twice.';
  }
  return last.state === 'queued' && last.dueAt > now
    ? 'The carrier was too busy and did not take the text. It is tried again by itself.'
    : 'The text is on its way.';
};

const sending: Rule = ({ texts }, now) => {
  const last = lastInvitation(texts);
  if (last === null) return null;
  return {
    kind: 'sending',
    colour: 'grey',
    text: 'Sending',
    advice: sendingWords(last, now),
    since: last.queuedAt,
    until: last.state === 'queued' && last.dueAt > now ? last.dueAt : null,
  };
};

const notSent: Status = {
  kind: 'not_sent',
  colour: 'grey',
  text: 'Not sent',
  advice: 'Send the welcome text so that they can confirm.',
  since: null,
  until: null,
};

/** The status table of product.md: the first rule that applies. */
const RULES: readonly Rule[] = [
  optedOut,
  declined,
  confirmed,
  held,
  linkExpired,
  pending,
  sendError,
  scheduled,
  sending,
];

/** The one status of a contact. */
export const statusOf = (facts: ContactFacts, now: Date): Status => {
  for (const rule of RULES) {
    const status = rule(facts, now);
    if (status !== null) return status;
  }
  return notSent;
};

const tagsOf = (facts: ContactFacts, status: StatusKind): readonly Tag[] => {
  const tags: Tag[] = [];
  if (!facts.emergencyContact)
    tags.push({ kind: 'not_texted_about_alarms', text: 'Not texted about alarms' });
  if (lastTextFailed(facts) && status !== 'send_error') {
    const resend = status === 'pending_confirmation' || status === 'link_expired';
    tags.push(
      resend
        ? { kind: 'resend_failed', text: 'Resend failed' }
        : { kind: 'last_text_failed', text: 'Last text failed' },
    );
  }
  if (
    facts.agreement.state === 'confirmed' &&
    facts.agreement.confirmedBy === 'reply' &&
    facts.watchedPercent < 100
  ) {
    tags.push({ kind: 'confirmed_by_reply', text: 'Confirmed by reply, video not watched' });
  }
  if (facts.unreadReplies > 0) tags.push({ kind: 'reply_to_read', text: 'Reply to read' });
  return tags;
};

/** Chip, status and tags of a contact as they are at `now`. */
export const banner = (facts: ContactFacts, now: Date): Banner => {
  const status = statusOf(facts, now);
  return { chip: chipOf(facts), status, tags: tagsOf(facts, status.kind) };
};
