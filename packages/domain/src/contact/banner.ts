import { invitationsIn, type TextRecord } from '../welcome/text-message.ts';
import { en } from '../words/en.ts';
import type { ReaderWords } from '../words/reader-words.ts';
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

const CHIP_COLOURS: Readonly<Record<ChipKind, Colour>> = {
  valid_number: 'green',
  not_checked: 'grey',
  could_not_check: 'grey',
  may_not_get_texts: 'amber',
  not_a_cell_phone: 'red',
  not_a_phone_number: 'red',
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

const chipKindOf = ({
  lineCheck,
  numberProvenAt,
  bounce,
}: Pick<ContactFacts, 'lineCheck' | 'numberProvenAt' | 'bounce'>): ChipKind => {
  if (isNumberProven({ numberProvenAt, bounce })) return 'valid_number';
  if (bounce !== null) return bounce.kind === 'landline' ? 'not_a_cell_phone' : 'not_a_phone_number';
  return CHIP_OF_RESULT[lineCheck.result];
};

/**
 * The line chip. What really happened weighs more than what was looked up: proof (a delivered text, a
 * confirmation) and bounces overrule the check, the later of the two wins.
 */
export const chipOf = (
  facts: Pick<ContactFacts, 'lineCheck' | 'numberProvenAt' | 'bounce'>,
  words: ReaderWords = en,
): Chip => {
  const kind = chipKindOf(facts);
  return { kind, colour: CHIP_COLOURS[kind], text: words.chips[kind] };
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

const pageProgress = (facts: ContactFacts, { advice }: ReaderWords): string => {
  if (facts.watchedPercent >= 100) return advice.videoWatched;
  if (facts.watchedPercent > 0) return advice.videoPart(facts.watchedPercent);
  return facts.pageOpenedAt !== null ? advice.pageOpened : advice.pageNotOpened;
};

/** One rule of the status table: the status where it applies, null where the next rule is asked. */
type Rule = (facts: ContactFacts, now: Date, words: ReaderWords) => Status | null;

const optedOut: Rule = ({ optOut }, _now, words) =>
  optOut.state
    ? {
        kind: 'opted_out',
        colour: 'red',
        text: words.statuses.opted_out,
        advice: `${optOut.by === null ? '' : `${words.optedOutBy[optOut.by]} `}${words.advice.optedOut}`,
        since: optOut.at,
        until: null,
      }
    : null;

const declined: Rule = ({ agreement }, _now, words) => {
  if (agreement.state !== 'declined') return null;
  const wrongPerson = agreement.declineReason === 'wrong_person';
  return {
    kind: 'declined',
    colour: 'red',
    text: wrongPerson ? words.statuses.declined_wrong_person : words.statuses.declined,
    advice: wrongPerson ? words.advice.wrongPerson : words.advice.notWanted,
    since: agreement.at,
    until: null,
  };
};

const howConfirmed = ({ agreement, watchedPercent }: ContactFacts, { advice }: ReaderWords): string => {
  if (agreement.confirmedBy === 'reply') return advice.confirmedByReply;
  return watchedPercent >= 100 ? advice.confirmedAfterVideo : advice.confirmedOnPage;
};

const confirmed: Rule = (facts, _now, words) =>
  facts.agreement.state === 'confirmed'
    ? {
        kind: 'confirmed',
        colour: 'blue',
        text: words.statuses.confirmed,
        advice: howConfirmed(facts, words),
        since: facts.agreement.at,
        until: null,
      }
    : null;

const held: Rule = ({ texts }, _now, words) => {
  const last = lastInvitation(texts);
  return last?.state === 'held' && last.holdReason === 'queue_stopped'
    ? {
        kind: 'held',
        colour: 'amber',
        text: words.statuses.held,
        advice: words.advice.held,
        since: last.queuedAt,
        until: null,
      }
    : null;
};

const linkExpired: Rule = ({ texts, linksEndAt }, now, words) =>
  arrived(texts).length > 0 && linksEndAt !== null && linksEndAt <= now
    ? {
        kind: 'link_expired',
        colour: 'amber',
        text: words.statuses.link_expired,
        advice: words.advice.linkExpired,
        since: linksEndAt,
        until: null,
      }
    : null;

const pending: Rule = (facts, _now, words) => {
  const texts = arrived(facts.texts);
  if (texts.length === 0) return null;
  const proven = texts.some((text) => text.state === 'delivered');
  return {
    kind: 'pending_confirmation',
    colour: 'yellow',
    text: words.statuses.pending_confirmation,
    advice: `${proven ? words.advice.delivered : words.advice.deliveryNotProven} ${pageProgress(facts, words)}`,
    since: pendingSince(facts.texts),
    until: facts.linksEndAt,
  };
};

const sendError: Rule = ({ texts }, _now, words) => {
  const last = lastInvitation(texts);
  if (last?.state !== 'failed') return null;
  const { why, nextStep } = words.failures[last.reason ?? 'unknown'];
  return {
    kind: 'send_error',
    colour: 'red',
    text: words.statuses.send_error(why),
    advice: nextStep,
    since: last.failedAt ?? last.queuedAt,
    until: null,
  };
};

const scheduled: Rule = ({ texts }, _now, words) => {
  const last = lastInvitation(texts);
  return last?.state === 'held'
    ? {
        kind: 'scheduled',
        colour: 'grey',
        text: words.statuses.scheduled,
        advice: words.advice.scheduled,
        since: last.queuedAt,
        until: last.holdUntil,
      }
    : null;
};

const sendingWords = (last: TextRecord, now: Date, { advice }: ReaderWords): string => {
  if (last.state === 'uncertain') return advice.uncertain;
  return last.state === 'queued' && last.dueAt > now ? advice.carrierBusy : advice.onItsWay;
};

const sending: Rule = ({ texts }, now, words) => {
  const last = lastInvitation(texts);
  if (last === null) return null;
  return {
    kind: 'sending',
    colour: 'grey',
    text: words.statuses.sending,
    advice: sendingWords(last, now, words),
    since: last.queuedAt,
    until: last.state === 'queued' && last.dueAt > now ? last.dueAt : null,
  };
};

const notSent = ({ statuses, advice }: ReaderWords): Status => ({
  kind: 'not_sent',
  colour: 'grey',
  text: statuses.not_sent,
  advice: advice.notSent,
  since: null,
  until: null,
});

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

/** The one status of a contact. @param words those of the reader's language */
export const statusOf = (facts: ContactFacts, now: Date, words: ReaderWords = en): Status => {
  for (const rule of RULES) {
    const status = rule(facts, now, words);
    if (status !== null) return status;
  }
  return notSent(words);
};

const tagsOf = (facts: ContactFacts, status: StatusKind): readonly TagKind[] => {
  const tags: TagKind[] = [];
  if (!facts.emergencyContact) tags.push('not_texted_about_alarms');
  if (lastTextFailed(facts) && status !== 'send_error') {
    const resend = status === 'pending_confirmation' || status === 'link_expired';
    tags.push(resend ? 'resend_failed' : 'last_text_failed');
  }
  if (
    facts.agreement.state === 'confirmed' &&
    facts.agreement.confirmedBy === 'reply' &&
    facts.watchedPercent < 100
  ) {
    tags.push('confirmed_by_reply');
  }
  if (facts.unreadReplies > 0) tags.push('reply_to_read');
  return tags;
};

/** Chip, status and tags of a contact as they are at `now`. @param words those of the reader's language */
export const banner = (facts: ContactFacts, now: Date, words: ReaderWords = en): Banner => {
  const status = statusOf(facts, now, words);
  const tags = tagsOf(facts, status.kind).map((kind) => ({ kind, text: words.tags[kind] }));
  return { chip: chipOf(facts, words), status, tags };
};
