import type { ReplyWarning } from '@keyholder/domain/consent/reply-keywords';
import type { FailureReason } from '@keyholder/domain/welcome/text-message';
import type { ReaderWords } from '@keyholder/domain/words/reader-words';
import type { Selectable } from 'kysely';
import { moment, type Tables } from '../../adapters/postgres/read-database.ts';
import { addedWords, changeWords } from '../change-words.ts';
import type { TimelineEntry } from '../contacts.schemas.ts';

/*
 * What happened with a contact, in plain words, from the rows that recorded it.
 */

type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;

/** The words for a key that a row holds; the last word where the row is newer than the words. */
const wordFor = (words: Readonly<Record<string, string>>, key: string, otherwise: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? otherwise) : otherwise;

/** One entry for each state that a text has come through. */
export const textEntries = (
  row: Row<'text_message'>,
  { timeline, failures }: ReaderWords,
): TimelineEntry[] => {
  const name = wordFor(timeline.texts, row.kind, timeline.texts.other);
  const say = timeline.textSteps;
  const { why } = failures[(row.reason ?? 'unknown') as FailureReason];
  const steps: readonly (readonly [TimelineEntry['kind'], Date | string | null, string])[] = [
    [
      'text_queued',
      row.failed_at !== null && row.claimed_at === null ? null : row.queued_at,
      say.text_queued(name),
    ],
    ['text_accepted', row.accepted_at, say.text_accepted(name)],
    ['text_sent', row.sent_at, say.text_sent(name)],
    ['text_delivered', row.delivered_at, say.text_delivered(name)],
    ['text_uncertain', row.uncertain_at, say.text_uncertain(name)],
    ['text_cancelled', row.cancelled_at, say.text_cancelled(name)],
    [
      'text_failed',
      row.failed_at,
      row.claimed_at === null ? timeline.textNotSent(name, why) : timeline.textFailed(name, why),
    ],
  ];
  return steps.flatMap(([kind, at, text]) =>
    at === null
      ? []
      : [
          {
            id: `${row.id}:${kind}`,
            at: moment(at).toISOString(),
            kind,
            text,
            by: kind === 'text_queued' ? row.requested_by : null,
            providerCode: kind === 'text_failed' ? row.provider_code : null,
            body:
              kind === 'text_queued' || (kind === 'text_failed' && row.claimed_at === null) ? row.body : null,
          },
        ],
  );
};

/** What the contact did, and what was stated about their permission. */
export const evidenceEntries = (
  row: Row<'consent_evidence'>,
  contactName: string,
  { timeline: words }: ReaderWords,
): TimelineEntry[] => {
  const detail = row.detail as Readonly<Record<string, unknown>>;
  const said = typeof detail['by'] === 'string' ? detail['by'] : null;
  const entries: Readonly<Record<string, readonly [TimelineEntry['kind'], string, string | null]>> = {
    permission_stated: [
      'permission_stated',
      wordFor(words.permission, String(detail['permission']), words.permission.other),
      said,
    ],
    page_opened: ['page_opened', words.pageOpened, contactName],
    video_watched: ['video_watched', words.videoWatched, contactName],
    confirmed: ['confirmed', words.confirmed, contactName],
    declined: [
      'declined',
      detail['reason'] === 'wrong_person' ? words.declinedWrongPerson : words.declinedNotWanted,
      contactName,
    ],
    decline_withdrawn: ['changed', words.declineWithdrawn, contactName],
    opted_out: ['opted_out', words.optedOut, detail['source'] === 'provider' ? null : contactName],
    opted_in: ['opted_in', words.optedIn, contactName],
  };
  const entry = entries[row.kind];
  if (entry === undefined) return [];
  const [kind, text, by] = entry;
  return [{ id: row.id, at: moment(row.at).toISOString(), kind, text, by, providerCode: null, body: null }];
};

type Say = (detail: Readonly<Record<string, unknown>>, words: ReaderWords['timeline']) => string;

const AUDITED: Readonly<Record<string, readonly [TimelineEntry['kind'], Say]>> = {
  'contact.created': ['created', ({ refusedBefore }, words) => addedWords(refusedBefore, words)],
  'contact.line_checked': [
    'line_checked',
    ({ result }, words) => {
      const verdict = wordFor(words.verdicts, String(result), '');
      return verdict === '' ? words.checked : words.checkedAs(verdict);
    },
  ],
  'contact.changed': ['changed', changeWords],
  'contact.removed': ['changed', (_detail, words) => words.removed],
  'contact.restored': ['changed', (_detail, words) => words.restored],
  'support.case_opened': [
    'changed',
    ({ disputedCheck }, words) => (disputedCheck === true ? words.supportAskedDisputed : words.supportAsked),
  ],
  'support.note_added': ['changed', (_detail, words) => words.supportAskedAgain],
};

/** What people at the dealer, or their software, did. */
export const auditEntries = (row: Row<'audit_entry'>, { timeline }: ReaderWords): TimelineEntry[] => {
  const entry = AUDITED[row.action];
  if (entry === undefined) return [];
  const [kind, say] = entry;
  return [
    {
      id: row.id,
      at: moment(row.at).toISOString(),
      kind,
      text: say(row.detail, timeline),
      by: row.actor_name,
      providerCode: null,
      body: null,
    },
  ];
};

/** What the contact wrote back. */
export const replyEntries = (
  row: Row<'reply'>,
  contactName: string,
  { timeline }: ReaderWords,
): TimelineEntry => ({
  id: row.id,
  at: moment(row.at).toISOString(),
  kind: 'reply',
  text: row.warning === null ? timeline.reply : timeline.replyWarnings[row.warning as ReplyWarning],
  by: contactName,
  providerCode: null,
  body: row.body,
});
