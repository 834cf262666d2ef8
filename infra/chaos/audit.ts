import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Person } from './load.ts';
import type { NetworkText } from './network.ts';

/*
 * Compares what the phones received with what the database says, after everything has come to rest. It believes
 * neither the application nor the storm: it reads the tables as the superuser and the network's own list of texts.
 */

/** A moment at which the storm cut something off; in the application's time, in which texts are dated. */
export interface Cut {
  readonly kind: 'worker killed' | 'api killed' | 'postgres killed' | 'connections cut' | 'clock moved';
  readonly at: Date;
}

export interface Evidence {
  readonly databaseUrl: string;
  readonly texts: readonly NetworkText[];
  readonly people: readonly Person[];
  readonly cuts: readonly Cut[];
}

export interface AuditReport {
  readonly counts: Readonly<Record<string, number>>;
  /** What must never be; empty where all is well. */
  readonly violations: readonly string[];
}

interface TextRow {
  readonly id: string;
  readonly contact_id: string;
  readonly phone: string;
  readonly kind: string;
  readonly state: string;
  readonly reason: string | null;
  readonly provider_code: string | null;
  readonly provider_id: string | null;
  readonly retry_of: string | null;
  readonly claimed_at: Date | null;
  readonly queued_at: Date;
  readonly polled_at: Date | null;
  /** Status words of the callbacks that were applied. */
  readonly heard: string[];
  readonly sent_evidence: number;
}

const TEXTS = `
  select t.id, t.contact_id, t.phone, t.kind, t.state, t.reason, t.provider_code, t.provider_id, t.retry_of,
    t.claimed_at, t.queued_at, t.polled_at,
    coalesce((select array_agg(e.payload->>'MessageStatus') from provider_event e
      where e.payload->>'textId' = t.id::text and e.applied_at is not null), '{}') as heard,
    (select count(*)::int from consent_evidence c
      where c.contact_id = t.contact_id and c.kind = 'text_sent' and c.detail->>'textId' = t.id::text) as sent_evidence
  from text_message t`;

/** States that the network's word for a text can amount to. */
const FITS: Readonly<Record<string, readonly string[]>> = {
  accepted: ['accepted'],
  queued: ['accepted'],
  sending: ['accepted'],
  sent: ['sent', 'accepted'],
  delivered: ['delivered'],
  undelivered: ['failed'],
  failed: ['failed'],
};

/** The provider gave up or never took it: the person got nothing. */
const notReceived = (text: NetworkText): boolean => text.status === 'failed' || text.status === 'undelivered';

/** Longer than a request to the provider may take. */
const CAUSE_WITHIN_MS = 60_000;

export const audit = async ({ databaseUrl, texts, people, cuts }: Evidence): Promise<AuditReport> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const violations: string[] = [];
  const counts: Record<string, number> = {};
  const count = (name: string, by = 1): void => void (counts[name] = (counts[name] ?? 0) + by);
  try {
    // One after the other: the join by a JSON field would take long for many.
    await client.query(`create index if not exists audit_text on provider_event ((payload->>'textId'))`);
    await client.query(`create index if not exists audit_sent on consent_evidence ((detail->>'textId'))`);
    const { rows } = await client.query<TextRow>(TEXTS);
    const byId = new Map(rows.map((row) => [row.id, row]));

    count('contacts', people.length);
    count('texts in the database', rows.length);
    count('texts at the network', texts.length);

    // Nobody is texted twice by us.
    const byAttempt = Map.groupBy(texts, ({ attempt }) => attempt);
    for (const [attempt, sent] of byAttempt) {
      if (sent.length > 1) violations.push(`Attempt ${attempt} was handed over ${sent.length} times.`);
      if (!byId.has(attempt))
        violations.push(`Attempt ${attempt} is at the network and not in the database.`);
    }
    const welcomes = Map.groupBy(
      texts.filter((text) => byId.get(text.attempt)?.kind === 'welcome' && !notReceived(text)),
      (text) => text.to,
    );
    for (const [to, received] of welcomes) {
      if (received.length > 1) violations.push(`${to} got ${received.length} welcome texts.`);
    }
    count('phones that got the welcome text', welcomes.size);
    count('phones that got it twice', [...welcomes.values()].filter(({ length }) => length > 1).length);

    // Nothing that was accepted is lost, and everything has come to an end.
    const ofContact = Map.groupBy(rows, (row) => row.contact_id);
    for (const person of people) {
      const own = person.contactId === null ? [] : (ofContact.get(person.contactId) ?? []);
      const invitations = own.filter(({ kind }) => kind === 'welcome');
      if (person.asked && invitations.length === 0)
        violations.push(`${person.phone}: the text that was asked for is lost.`);
      const asked = invitations.filter((row) => row.retry_of === null).length;
      if (asked > 1) violations.push(`${person.phone}: one press made ${asked} texts.`);
    }

    let causes = 0;
    for (const row of rows) {
      count(`texts ${row.state}${row.state === 'failed' ? ` (${row.reason})` : ''}`);
      const [sent] = byAttempt.get(row.id) ?? [];
      const at = `${row.kind} ${row.id} (${row.state})`;
      if (row.provider_id !== null && sent?.sid !== row.provider_id)
        violations.push(`${at}: the network knows another message.`);
      if (sent !== undefined && row.provider_id === null) {
        violations.push(`${at}: the network has a message of it that we do not know.`);
      }
      if (row.provider_id !== null && row.sent_evidence !== 1) {
        violations.push(`${at}: ${row.sent_evidence} pieces of evidence that it was sent.`);
      }
      switch (row.state) {
        case 'queued':
        case 'held':
        case 'sending':
          violations.push(`${at}: has come to no end.`);
          break;
        case 'uncertain': {
          // Nobody knows: then something must have been cut off between the claim and the answer.
          const claimed = row.claimed_at?.getTime() ?? 0;
          const cause = cuts.some(
            ({ kind, at: cutAt }) =>
              kind !== 'api killed' && Math.abs(cutAt.getTime() - claimed) < CAUSE_WITHIN_MS,
          );
          if (cause) causes += 1;
          else violations.push(`${at}: uncertain without a cause.`);
          break;
        }
        case 'cancelled':
          if (row.claimed_at !== null) violations.push(`${at}: cancelled after it was claimed.`);
          break;
        default:
          if (sent !== undefined && !(FITS[sent.status] ?? []).includes(row.state)) {
            violations.push(`${at}: the network says ${sent.status}.`);
          }
          if (sent === undefined && row.state !== 'failed')
            violations.push(`${at}: the network has never seen it.`);
          // Told by a callback, by asking, or by the answer to the request.
          if (row.state === 'delivered' && !row.heard.includes('delivered') && row.polled_at === null) {
            violations.push(`${at}: nobody said that it was delivered.`);
          }
          if (row.state === 'failed' && row.provider_code === null && row.reason !== 'opted_out') {
            violations.push(`${at}: failed without a cause.`);
          }
      }
    }
    count('uncertain with a cause', causes);

    // Nothing goes to whoever has opted out.
    for (const { phone, stoppedAt, stopToldByWebhook } of people) {
      if (stoppedAt === null) continue;
      count('people who replied STOP');
      count('of them without a webhook that got through', stopToldByWebhook ? 0 : 1);
      const { rows: outs } = await client.query('select 1 from opt_out where phone = $1 and opted_out', [
        phone,
      ]);
      if (outs.length !== 1) violations.push(`${phone} replied STOP and is not opted out.`);
      const later = texts.filter(
        (text) =>
          text.to === phone && text.at > stoppedAt && byId.get(text.attempt)?.kind !== 'opt_out_notice',
      );
      // What had been handed over by then could not be called back; a text takes less than this to be noticed.
      const late = later.filter((text) => Date.parse(text.at) - Date.parse(stoppedAt) > 30_000);
      if (late.length > 0) violations.push(`${phone} got ${late.length} texts after STOP.`);
    }

    // A confirmation is proven once, and every contact's chain is whole.
    const { rows: confirmed } = await client.query<{ contact_id: string; pieces: number }>(
      `select c.id as contact_id, (select count(*)::int from consent_evidence e where e.contact_id = c.id and e.kind = 'confirmed') as pieces
       from contact c where c.agreement_state = 'confirmed'`,
    );
    count('contacts confirmed', confirmed.length);
    for (const { contact_id: id, pieces } of confirmed) {
      if (pieces !== 1) violations.push(`Contact ${id} confirmed with ${pieces} pieces of evidence.`);
    }
    const { rows: chain } = await client.query<{
      contact_id: string;
      seq: number;
      kind: string;
      epoch: string;
      detail: string;
      prev: string | null;
      hash: string;
    }>(
      `select contact_id, seq, kind, extract(epoch from at)::text as epoch, detail::text as detail,
         encode(prev_hash, 'hex') as prev, encode(hash, 'hex') as hash
       from consent_evidence order by contact_id, seq`,
    );
    for (const [contactId, pieces] of Map.groupBy(chain, (row) => row.contact_id)) {
      let last: string | null = null;
      for (const [index, row] of pieces.entries()) {
        const words: string = [last ?? '', contactId, row.seq, row.kind, row.epoch, row.detail].join('|');
        const hash = createHash('sha256').update(words).digest('hex');
        if (row.seq !== index + 1 || row.prev !== last || row.hash !== hash) {
          violations.push(`The evidence of contact ${contactId} is broken at ${index + 1}.`);
          break;
        }
        last = row.hash;
      }
    }
    count('pieces of evidence, chains whole', chain.length);

    const { rows: open } = await client.query<{ left: number }>(
      'select count(*)::int as left from provider_event where applied_at is null',
    );
    const left = open[0]?.left ?? 0;
    if (left > 0) violations.push(`${left} webhooks were stored and never applied.`);
  } finally {
    await client.end();
  }
  return { counts, violations };
};
