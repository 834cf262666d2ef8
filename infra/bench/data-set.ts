import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
// By path, not by package name: the name leads to compiled files, which a fresh clone has not.
import { rankOf } from '../../packages/domain/src/site/next-action.ts';
import { fold } from '../../packages/domain/src/shared/fold.ts';
import { searchDocument } from '../../packages/domain/src/site/site-search.ts';

/** Where the data set goes: a company with a brand that is there already. */
export interface Owner {
  readonly companyId: string;
  readonly brandId: string;
}

export interface DataSet {
  readonly companyId: string;
  readonly dealerId: string;
  /** Key of the dealer to the API. */
  readonly apiKey: string;
  /** Sites with {@link CONTACTS_OF_LARGE_SITE} contacts each. */
  readonly largeSites: readonly string[];
  readonly sites: number;
  readonly contacts: number;
}

const CONTACTS_OF_LARGE_SITE = 50;
/** Every tenth contact is on the list of a large site; there are ten contacts to a site on average. */
const CONTACTS_PER_SITE = 10;
const SHARE_ON_LARGE_SITES = 0.1;

const DEALER = '019a0000-0000-7000-8000-00000000d001';
const START = Date.parse('2026-01-01T00:00:00Z');

/** Ids that can be told from the number, so that none has to be kept while a million are written. */
const idOf = (kind: 'site' | 'contact' | 'text' | 'link' | 'audit', n: number): string =>
  `019a0000-000${['site', 'contact', 'text', 'link', 'audit'].indexOf(kind) + 1}-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The provider's id of a text. */
const sidOf = (n: number): string => `SM${n.toString(16).padStart(32, '0')}`;

/** Any of the sites, one after the other. */
export const siteAt = (n: number, { sites }: Pick<DataSet, 'sites'>): string => idOf('site', n % sites);

/** The first number k for the functions below that is at a site of usual size: its list is what most changes touch. */
export const firstAtUsualSite = ({ largeSites }: Pick<DataSet, 'largeSites'>): number =>
  Math.ceil((largeSites.length * CONTACTS_OF_LARGE_SITE) / 3);

/** Of three contacts the first has not confirmed. */
export const unconfirmedContact = (k: number): string => idOf('contact', 3 * k);

const linkToken = (n: number): string => `bench-${String(n).padStart(16, '0')}`;

/** The token of {@link unconfirmedContact}'s link. */
export const tokenOf = (k: number): string => linkToken(3 * k);

/** Of three texts the second was not reported as delivered yet. */
export const sentText = (k: number): { readonly id: string; readonly sid: string } => ({
  id: idOf('text', 3 * k + 1),
  sid: sidOf(3 * k + 1),
});

/** Valid North American cell phone numbers, a different one for each n below 80 million. */
export const phoneOf = (n: number): string =>
  `+1${212 + Math.floor(n / 8_000_000)}${String(2_000_000 + (n % 8_000_000))}`;

const FIRST = [
  'Ana',
  'Ben',
  'Chidi',
  'Dana',
  'Emeka',
  'Fatima',
  'Grace',
  'Hiro',
  'Ines',
  'Jamal',
  'Kim',
  'Lars',
];
const LAST = [
  'Ortiz',
  'Patel',
  'Nguyen',
  'Müller',
  'Okafor',
  'Cohen',
  'García',
  'Ito',
  'Smith',
  'Haddad',
  'Rossi',
];
const TRADE = ['Market', 'Dental', 'Bakery', 'Storage', 'Jewelers', 'School', 'Pharmacy', 'Motors', 'Clinic'];
const STREET = ['Canal Street', 'Shore Road', 'Main Street', 'Elm Avenue', 'Harbor Way', 'Mill Lane'];

const pick = (from: readonly string[], n: number): string => from[n % from.length] ?? '';
/** The same disorder in every run. */
const scatter = (n: number): number => Math.imul(n + 1, 2_654_435_761) >>> 8;
const personOf = (n: number): string => `${pick(FIRST, scatter(n))} ${pick(LAST, scatter(n) >> 4)}`;
const at = (n: number): string => new Date(START + n * 17).toISOString();

type Row = readonly (string | number | boolean | null)[];

const line = (row: Row): string =>
  `${row.map((value) => (value === null ? '\\N' : String(value))).join('\t')}\n`;

/** COPY reads whole blocks; a row at a time would make a million small writes. */
function* blocks(count: number, row: (n: number) => Row): Generator<string> {
  let block = '';
  for (let n = 0; n < count; n++) {
    block += line(row(n));
    if (block.length < 65_536) continue;
    yield block;
    block = '';
  }
  yield block;
}

const TEXT =
  'Riverside Alarm: Dana Ortiz named you an emergency contact for Ortiz Market. See how alarm texts work & confirm: {link} Msg frequency varies. Msg&data rates may apply. Reply HELP for help, STOP to opt out.';

/** Every contact with its check, its delivered welcome text, its link and its audit entry; two of three confirmed. */
const tables = (owner: Owner, sites: number, contacts: number, largeSites: number) => {
  const { companyId, brandId } = owner;
  const onLarge = largeSites * CONTACTS_OF_LARGE_SITE;
  const siteOf = (n: number): number =>
    n < onLarge
      ? Math.floor(n / CONTACTS_OF_LARGE_SITE)
      : largeSites + ((n - onLarge) % (sites - largeSites));
  /** Contacts of one site follow each other, so that each has slot numbers of its own. */
  const slotOf = (n: number): number =>
    1 + (n < onLarge ? n % CONTACTS_OF_LARGE_SITE : Math.floor((n - onLarge) / (sites - largeSites)));
  const confirmed = (n: number): boolean => n % 3 !== 0;
  /** The contacts of a site: the other way round from `siteOf`. */
  const contactsOf = (site: number): number[] => {
    const small = sites - largeSites;
    const first = site < largeSites ? site * CONTACTS_OF_LARGE_SITE : onLarge + site - largeSites;
    const count = site < largeSites ? CONTACTS_OF_LARGE_SITE : Math.ceil((contacts - first) / small);
    return Array.from({ length: count }, (_, index) => first + index * (site < largeSites ? 1 : small));
  };
  const siteNameOf = (n: number): string => `${pick(LAST, scatter(n))} ${pick(TRADE, scatter(n) >> 5)} ${n}`;
  const accountOf = (n: number): string => `BN-${String(n).padStart(7, '0')}`;
  const addressOf = (n: number): string => `${(n % 900) + 1} ${pick(STREET, n)}, Springfield`;
  return [
    {
      into: 'site (id, company_id, dealer_id, name, account_number, subscriber_name, address, country, time_zone, minimum_reachable, contact_label, version, created_at)',
      count: sites,
      row: (n: number): Row => {
        const name = siteNameOf(n);
        return [
          idOf('site', n),
          companyId,
          DEALER,
          name,
          accountOf(n),
          personOf(n),
          addressOf(n),
          'US',
          'America/Chicago',
          2,
          name,
          1,
          at(n),
        ];
      },
    },
    {
      into: 'site_search (site_id, company_id, dealer_id, name_key, document, archived)',
      count: sites,
      row: (n: number): Row => {
        const [name, accountNumber, subscriberName] = [siteNameOf(n), accountOf(n), personOf(n)];
        const site = { name, accountNumber, subscriberName, address: addressOf(n) };
        const people = contactsOf(n).map((one) => ({ name: personOf(one), phone: phoneOf(one) }));
        const document = searchDocument(site, people).replaceAll('\n', '\\n');
        return [idOf('site', n), companyId, DEALER, fold(name), document, false];
      },
    },
    {
      into: 'site_standing (site_id, company_id, dealer_id, name_key, archived, reachable, contacts, minimum, action, rank)',
      count: sites,
      row: (n: number): Row => {
        const people = contactsOf(n);
        const step = people.every(confirmed) ? null : 'call_customer';
        return [
          idOf('site', n),
          companyId,
          DEALER,
          fold(siteNameOf(n)),
          false,
          people.filter(confirmed).length,
          people.length,
          2,
          step,
          step === null ? null : rankOf(step),
        ];
      },
    },
    {
      into: 'contact (id, company_id, dealer_id, site_id, name, phone, email_verification, title, slot_number, emergency_contact, version, created_at, number_since, agreement_state, agreement_at, confirmed_by, page_opened_at, watched_percent, number_proven_at)',
      count: contacts,
      row: (n: number): Row => [
        idOf('contact', n),
        companyId,
        DEALER,
        idOf('site', siteOf(n)),
        personOf(n),
        phoneOf(n),
        false,
        'Key holder',
        slotOf(n),
        true,
        1,
        at(n),
        at(n),
        ...(confirmed(n)
          ? ['confirmed', at(n), 'page', at(n), 100, at(n)]
          : ['none', null, null, null, 0, at(n)]),
      ],
    },
    {
      into: 'line_check (company_id, dealer_id, phone, result, line_type, carrier, country, checked_at)',
      count: contacts,
      row: (n: number): Row => [
        companyId,
        DEALER,
        phoneOf(n),
        'valid',
        'mobile',
        'Verizon Wireless',
        'US',
        at(n),
      ],
    },
    {
      into: 'link (id, company_id, dealer_id, contact_id, phone, generation, kid, token_hash, created_at, expires_at)',
      count: contacts,
      row: (n: number): Row => {
        const hash = createHash('sha256').update(linkToken(n)).digest('hex');
        const expires = new Date(START + n * 17 + 400 * 86_400_000).toISOString();
        return [
          idOf('link', n),
          companyId,
          DEALER,
          idOf('contact', n),
          phoneOf(n),
          1,
          '1',
          `\\\\x${hash}`,
          at(n),
          expires,
        ];
      },
    },
    {
      into: 'text_message (id, company_id, dealer_id, brand_id, brand_version, site_id, contact_id, kind, phone, language, body, link_id, sender_kind, sender_value, encoding, segments, permission, requested_by, state, provider_id, due_at, queued_at, claimed_at, accepted_at, sent_at, delivered_at)',
      count: contacts,
      row: (n: number): Row => [
        idOf('text', n),
        companyId,
        DEALER,
        brandId,
        1,
        idOf('site', siteOf(n)),
        idOf('contact', n),
        'welcome',

        phoneOf(n),
        'en',
        TEXT,
        idOf('link', n),
        'number',
        '+14155550100',
        'GSM-7',
        2,
        'spoken',
        'Robin Reyes',
        n % 3 === 1 ? 'sent' : 'delivered',
        sidOf(n),
        at(n),
        at(n),
        at(n),
        at(n),
        at(n),
        n % 3 === 1 ? null : at(n),
      ],
    },
    {
      into: 'audit_entry (id, company_id, dealer_id, actor_kind, actor_name, action, site_id, contact_id, detail, at)',
      count: contacts,
      row: (n: number): Row => [
        idOf('audit', n),
        companyId,
        DEALER,
        'person',
        'Robin Reyes',
        'contact.created',
        idOf('site', siteOf(n)),
        idOf('contact', n),
        '{"version":1,"refusedBefore":null}',
        at(n),
      ],
    },
  ];
};

/**
 * Fills a migrated database with a dealer of so many contacts, ten to a site, by COPY.
 * @param ownerUrl of the database's superuser: rows are not checked one by one against the tables they refer to
 */
export async function makeDataSet(ownerUrl: string, owner: Owner, contacts: number): Promise<DataSet> {
  const sites = Math.max(2, Math.round(contacts / CONTACTS_PER_SITE));
  const largeSites = Math.max(1, Math.floor((contacts * SHARE_ON_LARGE_SITES) / CONTACTS_OF_LARGE_SITE));
  const apiKey = `khk_${createHash('sha256').update('bench').digest('base64url')}`;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = 'replica'; set synchronous_commit = off");
    await client.query(
      // Without reminders and checks by themselves: they would text and look up beside what is measured.
      `insert into dealer (id, company_id, name, brand_id, created_at, reminder_after_days, recheck_after_days)
       values ($1, $2, 'Bench', $3, now(), null, null)`,
      [DEALER, owner.companyId, owner.brandId],
    );
    await client.query(
      `insert into api_key (id, company_id, dealer_id, name, prefix, key_hash, created_at)
       values ($1, $2, $1, 'Bench', 'khk_benc', sha256(convert_to($3, 'utf8')), now())`,
      [DEALER, owner.companyId, apiKey],
    );
    await client.query('update company set daily_welcome_ceiling = 100000');
    for (const { into, count, row } of tables(owner, sites, contacts, largeSites)) {
      await pipeline(Readable.from(blocks(count, row)), client.query(copyFrom(`copy ${into} from stdin`)));
    }
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
  const large = Array.from({ length: largeSites }, (_, n) => idOf('site', n));
  return { companyId: owner.companyId, dealerId: DEALER, apiKey, largeSites: large, sites, contacts };
}
