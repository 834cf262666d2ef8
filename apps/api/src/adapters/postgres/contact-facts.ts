import type { Locale } from '@keyholder/domain/branding/locale';
import { NO_AGREEMENT, type Agreement, type DeclineReason } from '@keyholder/domain/contact/agreement';
import type { ContactFacts } from '@keyholder/domain/contact/contact-facts';
import type { StoredContact } from '@keyholder/domain/contact/contact-repository';
import { NOT_OPTED_OUT, type OptOut } from '@keyholder/domain/contact/opt-out';
import { UNCHECKED, type LineCheck } from '@keyholder/domain/phone/line-type';
import { FAILURE_REASONS, type FailureReason, type TextRecord } from '@keyholder/domain/welcome/text-message';
import { sql, type Kysely } from 'kysely';
import { compiledOnce, type Parameter } from './compiled-once.ts';
import { moment, momentOrNull } from './moment.ts';
import type { Tables } from './rows/index.ts';

/** A text as the database puts it into JSON: moments are ISO strings. */
type TextJson = Omit<
  TextRecord,
  'holdUntil' | 'queuedAt' | 'dueAt' | 'acceptedAt' | 'sentAt' | 'deliveredAt' | 'failedAt'
> & {
  readonly [at in 'holdUntil' | 'acceptedAt' | 'sentAt' | 'deliveredAt' | 'failedAt']: string | null;
} & { readonly queuedAt: string; readonly dueAt: string };

const textsToNumber = sql<TextJson[]>`(
  select coalesce(json_agg(json_build_object(
    'id', t.id, 'kind', t.kind, 'state', t.state, 'reason', t.reason, 'providerCode', t.provider_code,
    'holdReason', t.hold_reason, 'holdUntil', t.hold_until, 'queuedAt', t.queued_at, 'dueAt', t.due_at, 'retryOf', t.retry_of,
    'acceptedAt', t.accepted_at,
    'sentAt', t.sent_at, 'deliveredAt', t.delivered_at, 'failedAt', t.failed_at) order by t.queued_at, t.id), '[]')
  from text_message t
  where t.company_id = contact.company_id and t.contact_id = contact.id and t.phone = contact.phone
    and (t.queued_at >= contact.number_since or t.state = 'sending')
)`;

/** A revoked link ended when it was revoked. */
const linksEndAt = sql<string | null>`(
  select max(least(l.expires_at, l.revoked_at)) from link l
  where l.company_id = contact.company_id and l.contact_id = contact.id and l.phone = contact.phone
    and l.created_at >= contact.number_since
)`;

/** The refusal that holds for a contact's number at its site, whoever it was given by; the site's own comes first. */
const standingRefusal = sql<{ readonly reason: DeclineReason; readonly at: string } | null>`(
  select json_build_object('reason', n.reason, 'at', n.at) from refused_number n
  where n.company_id = contact.company_id and n.dealer_id = contact.dealer_id and n.phone = contact.phone
    and not n.withdrawn and (n.site_id = contact.site_id or n.reason = 'wrong_person')
  order by (n.site_id = contact.site_id) desc, n.at desc limit 1
)`;

const unreadReplies = sql<number>`(
  select count(*)::int from reply r
  where r.company_id = contact.company_id and r.contact_id = contact.id and r.read_at is null and r.meaning = 'words'
)`;

/** Contacts on a list, with every fact about their present number; narrow it with `where`. Those of archived sites are not. */
export const contactsWithFacts = (db: Kysely<Tables>) =>
  db
    .selectFrom('contact')
    .innerJoin('dealer', (join) =>
      join.onRef('dealer.company_id', '=', 'contact.company_id').onRef('dealer.id', '=', 'contact.dealer_id'),
    )
    .innerJoin('site', (join) =>
      join.onRef('site.company_id', '=', 'contact.company_id').onRef('site.id', '=', 'contact.site_id'),
    )
    .leftJoin('line_check as lc', (join) =>
      join
        .onRef('lc.company_id', '=', 'contact.company_id')
        .onRef('lc.dealer_id', '=', 'contact.dealer_id')
        .onRef('lc.phone', '=', 'contact.phone'),
    )
    .leftJoin('opt_out as oo', (join) =>
      join
        .onRef('oo.company_id', '=', 'contact.company_id')
        .onRef('oo.brand_id', '=', 'dealer.brand_id')
        .onRef('oo.phone', '=', 'contact.phone'),
    )
    .where('contact.removed_at', 'is', null)
    .where('site.archived_at', 'is', null)
    .selectAll('contact')
    .select([
      'lc.result as check_result',
      'lc.line_type as check_line_type',
      'lc.carrier as check_carrier',
      'lc.country as check_country',
      'lc.checked_at as check_at',
      'oo.opted_out',
      'oo.source as opt_out_source',
      'oo.at as opt_out_at',
      textsToNumber.as('texts'),
      linksEndAt.as('links_end_at'),
      unreadReplies.as('unread_replies'),
      standingRefusal.as('standing_refusal'),
    ]);

/** Contacts on a list by their ids, with their facts, in any order. */
export const contactsWithFactsById = compiledOnce((db, parameter: Parameter<'companyId' | 'ids'>) =>
  contactsWithFacts(db)
    .where('contact.company_id', '=', parameter('companyId'))
    .where(sql<boolean>`contact.id = any (${parameter('ids')}::uuid[])`),
);

/** Of contacts on a list by their ids: their number, and whether they have answered. */
export const addresseesById = compiledOnce((db, parameter: Parameter<'companyId' | 'ids'>) =>
  contactsWithFacts(db)
    .clearSelect()
    .where('contact.company_id', '=', parameter('companyId'))
    .where(sql<boolean>`contact.id = any (${parameter('ids')}::uuid[])`)
    .select([
      'contact.id',
      'contact.phone',
      sql<boolean>`contact.agreement_state <> 'none' or ${standingRefusal} is not null`.as('answered'),
    ]),
);

/** Contacts of several sites; those of one in the order in which they were added. */
export const contactsOfSites = compiledOnce((db, parameter: Parameter<'companyId' | 'siteIds'>) =>
  contactsWithFacts(db)
    .where('contact.company_id', '=', parameter('companyId'))
    .where(sql<boolean>`contact.site_id = any (${parameter('siteIds')}::uuid[])`)
    .orderBy('contact.created_at')
    .orderBy('contact.id'),
);

/** The first contacts of a site, in the order in which they were added. */
export const firstContactsOfSite = compiledOnce(
  (db, parameter: Parameter<'companyId' | 'siteId' | 'limit'>) =>
    contactsWithFacts(db)
      .where('contact.company_id', '=', parameter('companyId'))
      .where('contact.site_id', '=', parameter('siteId'))
      .orderBy('contact.created_at')
      .orderBy('contact.id')
      .limit(sql<number>`${parameter('limit')}`),
);

type ContactWithFactsRow = Awaited<ReturnType<ReturnType<typeof contactsWithFacts>['execute']>>[number];

const lineCheckOf = (row: ContactWithFactsRow): LineCheck =>
  row.check_result === null
    ? UNCHECKED
    : {
        result: row.check_result as LineCheck['result'],
        lineType: row.check_line_type as LineCheck['lineType'],
        carrier: row.check_carrier,
        country: row.check_country,
        checkedAt: momentOrNull(row.check_at),
      };

const agreementOf = (row: ContactWithFactsRow): Agreement => {
  const refusal = row.standing_refusal;
  if (refusal !== null) {
    return { state: 'declined', at: moment(refusal.at), confirmedBy: null, declineReason: refusal.reason };
  }
  return row.agreement_state === 'none'
    ? { ...NO_AGREEMENT, at: momentOrNull(row.agreement_at) }
    : {
        state: row.agreement_state as Agreement['state'],
        at: momentOrNull(row.agreement_at),
        confirmedBy: row.confirmed_by as Agreement['confirmedBy'],
        declineReason: row.decline_reason as Agreement['declineReason'],
      };
};

const optOutOf = (row: ContactWithFactsRow): OptOut =>
  row.opted_out === true
    ? { state: true, by: row.opt_out_source as OptOut['by'], at: momentOrNull(row.opt_out_at) }
    : NOT_OPTED_OUT;

/** A reason that a newer program wrote, before it was rolled back, is one that is not known here. */
export const failureReasonOf = (stored: string | null): FailureReason | null =>
  stored === null ? null : (FAILURE_REASONS.find((reason) => reason === stored) ?? 'unknown');

const textOf = (text: TextJson): TextRecord => ({
  ...text,
  reason: failureReasonOf(text.reason),
  holdUntil: momentOrNull(text.holdUntil),
  queuedAt: moment(text.queuedAt),
  dueAt: moment(text.dueAt),
  acceptedAt: momentOrNull(text.acceptedAt),
  sentAt: momentOrNull(text.sentAt),
  deliveredAt: momentOrNull(text.deliveredAt),
  failedAt: momentOrNull(text.failedAt),
});

const factsOf = (row: ContactWithFactsRow): ContactFacts => ({
  emergencyContact: row.emergency_contact,
  lineCheck: lineCheckOf(row),
  numberProvenAt: momentOrNull(row.number_proven_at),
  bounce:
    row.bounced_at === null
      ? null
      : { at: moment(row.bounced_at), kind: row.bounce_kind === 'landline' ? 'landline' : 'invalid_number' },
  texts: row.texts.map(textOf),
  linksEndAt: momentOrNull(row.links_end_at),
  pageOpenedAt: momentOrNull(row.page_opened_at),
  watchedPercent: row.watched_percent,
  agreement: agreementOf(row),
  optOut: optOutOf(row),
  unreadReplies: row.unread_replies,
});

/** The domain's contact from its row. */
export const storedContact = (row: ContactWithFactsRow): StoredContact => ({
  id: row.id,
  siteId: row.site_id,
  name: row.name,
  phone: row.phone,
  email: row.email,
  emailVerification: row.email_verification,
  title: row.title,
  slotNumber: row.slot_number,
  emergencyContact: row.emergency_contact,
  language: row.language as Locale | null,
  version: row.version,
  createdAt: moment(row.created_at),
  facts: factsOf(row),
});
