import type { ReplyWarning } from '@keyholder/domain/consent/reply-keywords';
import { FAILURE_WORDS } from '@keyholder/domain/welcome/failure-words';
import type { FailureReason } from '@keyholder/domain/welcome/text-message';
import type { Selectable } from 'kysely';
import { moment, type Tables } from '../../adapters/postgres/read-database.ts';
import { addedWords, changeWords } from '../change-words.ts';
import type { TimelineEntry } from '../contacts.schemas.ts';

/*
 * What happened with a contact, in plain words, from the rows that recorded it.
 */

type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;

const TEXT_NAMES: Readonly<Record<string, string>> = {
  welcome: 'Welcome text',
  reminder: 'Reminder',
  new_link: 'Text with a new link',
  confirmation: 'Confirmation text',
  opt_out_notice: 'Opt-out notice',
  help: 'Help text',
};

/** One entry for each state that a text has come through. */
export const textEntries = (row: Row<'text_message'>): TimelineEntry[] => {
  const name = TEXT_NAMES[row.kind] ?? 'Text';
  const steps: readonly (readonly [TimelineEntry['kind'], Date | string | null, string])[] = [
    [
      'text_queued',
      row.failed_at !== null && row.claimed_at === null ? null : row.queued_at,
      `${name} on its way.`,
    ],
    ['text_accepted', row.accepted_at, `${name} handed to the provider.`],
    ['text_sent', row.sent_at, `${name} taken by the carrier.`],
    ['text_delivered', row.delivered_at, `${name} delivered to the phone.`],
    [
      'text_uncertain',
      row.uncertain_at,
      `The provider did not say whether it took the ${name.toLowerCase()}.`,
    ],
    ['text_cancelled', row.cancelled_at, `${name} cancelled.`],
    [
      'text_failed',
      row.failed_at,
      `${name} ${row.claimed_at === null ? 'not sent' : 'failed'}: ${FAILURE_WORDS[(row.reason ?? 'unknown') as FailureReason].why}.`,
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

const PERMISSION_WORDS: Readonly<Record<string, string>> = {
  spoken: 'Permission was given in person or by phone.',
  written: 'Permission was given in writing.',
  web_form: 'Permission was given on a web form.',
};

/** What the contact did, and what was stated about their permission. */
export const evidenceEntries = (row: Row<'consent_evidence'>, contactName: string): TimelineEntry[] => {
  const detail = row.detail as Readonly<Record<string, unknown>>;
  const said = typeof detail['by'] === 'string' ? detail['by'] : null;
  const words: Readonly<Record<string, readonly [TimelineEntry['kind'], string, string | null]>> = {
    permission_stated: [
      'permission_stated',
      PERMISSION_WORDS[String(detail['permission'])] ?? 'Permission was stated.',
      said,
    ],
    page_opened: ['page_opened', 'Welcome page opened.', contactName],
    video_watched: ['video_watched', 'Introduction video watched to the end.', contactName],
    confirmed: ['confirmed', 'Confirmed on the welcome page.', contactName],
    declined: [
      'declined',
      detail['reason'] === 'wrong_person'
        ? 'Declined: wrong person.'
        : 'Declined: does not want these texts.',
      contactName,
    ],
    decline_withdrawn: ['changed', 'Took the refusal back.', contactName],
    opted_out: [
      'opted_out',
      'Opted out of all texts of the brand.',
      detail['source'] === 'provider' ? null : contactName,
    ],
    opted_in: ['opted_in', 'Came back by texting START.', contactName],
  };
  const entry = words[row.kind];
  if (entry === undefined) return [];
  const [kind, text, by] = entry;
  return [{ id: row.id, at: moment(row.at).toISOString(), kind, text, by, providerCode: null, body: null }];
};

const CHECK_WORDS: Readonly<Record<string, string>> = {
  valid: 'valid number',
  may_not_get_texts: 'may not get texts',
  not_textable: 'not a cell phone',
  not_a_number: 'not a phone number',
  inconclusive: 'no verdict',
};

type Words = (detail: Readonly<Record<string, unknown>>) => string;

const AUDIT_WORDS: Readonly<Record<string, readonly [TimelineEntry['kind'], Words]>> = {
  'contact.created': ['created', ({ refusedBefore }) => addedWords(refusedBefore)],
  'contact.line_checked': [
    'line_checked',
    ({ result }) => {
      const verdict = CHECK_WORDS[String(result)];
      return verdict === undefined ? 'Number checked' : `Number checked: ${verdict}.`;
    },
  ],
  'contact.changed': ['changed', changeWords],
  'contact.removed': ['changed', () => 'Removed from the list. Links no longer work.'],
  'contact.restored': ['changed', () => 'Put back on the list. Earlier links stay dead.'],
  'support.case_opened': [
    'changed',
    ({ disputedCheck }) =>
      disputedCheck === true ? 'Support was asked: the line check is disputed.' : 'Support was asked.',
  ],
  'support.note_added': ['changed', () => 'Support was asked again.'],
};

/** What people at the dealer, or their software, did. */
export const auditEntries = (row: Row<'audit_entry'>): TimelineEntry[] => {
  const entry = AUDIT_WORDS[row.action];
  if (entry === undefined) return [];
  const [kind, words] = entry;
  return [
    {
      id: row.id,
      at: moment(row.at).toISOString(),
      kind,
      text: words(row.detail),
      by: row.actor_name,
      providerCode: null,
      body: null,
    },
  ];
};

const WARNING_WORDS: Readonly<Record<ReplyWarning, string>> = {
  wrong_number: 'Replied by text: this may be the wrong person.',
  who_is_this: 'Replied by text: does not know who is texting.',
  mentions_stop: 'Replied by text: may want no more texts.',
};

/** What the contact wrote back. */
export const replyEntries = (row: Row<'reply'>, contactName: string): TimelineEntry => ({
  id: row.id,
  at: moment(row.at).toISOString(),
  kind: 'reply',
  text: row.warning === null ? 'Replied by text.' : WARNING_WORDS[row.warning as ReplyWarning],
  by: contactName,
  providerCode: null,
  body: row.body,
});
