import { randomUUIDv7 } from 'node:crypto';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type {
  NewText,
  StoredText,
  TextChange,
  TextRepository,
  WaitingText,
} from '@keyholder/domain/welcome/text-repository';
import { ALLOWED_FROM, type HoldReason, type TextState } from '@keyholder/domain/welcome/text-message';
import type { Lane } from '@keyholder/domain/welcome/lanes';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type Kysely, type Selectable } from 'kysely';
import { failureReasonOf } from './contact-facts.ts';
import { gathered, inOrderOf } from './gathered.ts';
import { moment, momentOrNull } from './moment.ts';
import { TextMessageRow } from './rows/text-rows.ts';
import type { Tables } from './rows/index.ts';

/** The column that keeps when a text came into a state. */
const MOMENT_OF = {
  sending: 'claimed_at',
  accepted: 'accepted_at',
  sent: 'sent_at',
  delivered: 'delivered_at',
  failed: 'failed_at',
  uncertain: 'uncertain_at',
  cancelled: 'cancelled_at',
} as const satisfies Partial<Record<TextState, keyof Tables['text_message']>>;

interface WaitingRow {
  readonly id: string;
  readonly dealer_id: string;
  readonly site_id: string;
  readonly contact_id: string;
  readonly lane: string;
}

const waitingText = (row: WaitingRow): WaitingText => ({
  id: row.id,
  dealerId: row.dealer_id,
  siteId: row.site_id,
  contactId: row.contact_id,
  lane: row.lane as Lane,
});

/** A call of `move`. */
interface Move {
  readonly id: string;
  readonly to: TextState;
  readonly change: TextChange;
}

interface Identified {
  readonly id: string;
  readonly providerId: string;
}

const storedText = (row: Selectable<Tables['text_message']>): StoredText => ({
  id: row.id,
  brandId: row.brand_id,
  brandVersion: row.brand_version,
  siteId: row.site_id,
  contactId: row.contact_id,
  kind: row.kind as StoredText['kind'],
  lane: row.lane as Lane,
  phone: row.phone,
  language: row.language,
  body: row.body,
  linkId: row.link_id,
  sender:
    row.sender_kind === 'number'
      ? { kind: 'number', e164: row.sender_value }
      : { kind: 'messaging_service', sid: row.sender_value },
  encoding: row.encoding,
  segments: row.segments,
  permission: row.permission as StoredText['permission'],
  insisted: row.insisted,
  requestedBy: row.requested_by,
  state: row.state as TextState,
  reason: failureReasonOf(row.reason),
  providerId: row.provider_id,
  postponed: row.postponed,
  queuedAt: moment(row.queued_at),
  hold:
    row.hold_reason === null
      ? null
      : { reason: row.hold_reason as HoldReason, until: momentOrNull(row.hold_until) },
  wantedAt: moment(row.wanted_at ?? row.queued_at),
  tryNumber: row.try_number,
  claimedAt: momentOrNull(row.claimed_at),
});

export class PostgresTextRepository implements TextRepository {
  constructor(
    private readonly em: EntityManager,
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  async add(text: NewText): Promise<void> {
    if (this.tenant.dealerId === null) throw new Error('A text belongs to a dealer.');
    const { sender, at, ...rest } = text;
    this.em.create(
      TextMessageRow,
      {
        ...rest,
        companyId: this.tenant.companyId,
        dealerId: this.tenant.dealerId,
        senderKind: sender.kind,
        senderValue: sender.kind === 'number' ? sender.e164 : sender.sid,
        queuedAt: at,
        dueAt: at,
        failedAt: text.state === 'failed' ? at : null,
        postponed: 0,
        tryNumber: 1,
      },
      { persist: true },
    );
    await this.em.flush();
  }

  readonly load = gathered(async (ids: readonly string[]) => {
    const rows = await this.db
      .selectFrom('text_message')
      .selectAll()
      .where('company_id', '=', this.tenant.companyId)
      .where(sql<boolean>`id = any (${ids}::uuid[])`)
      .execute();
    return inOrderOf(ids, rows, { id: (row) => row.id, answer: storedText });
  });

  move(id: string, to: TextState, change: TextChange): Promise<TextState | null> {
    return this.moveGathered({ id, to, change });
  }

  private readonly moveGathered = gathered(async (moves: readonly Move[]) => {
    const cameFrom = new Map<Move, TextState>();
    for (const [to, ofState] of Map.groupBy(moves, (move) => move.to)) {
      const first = new Map(ofState.toReversed().map((move) => [move.id, move]));
      for (const { id, was } of await this.moveAll(to, [...first.values()])) {
        const move = first.get(id);
        if (move !== undefined) cameFrom.set(move, was);
      }
    }
    return moves.map((move) => cameFrom.get(move) ?? null);
  });

  /** In the order of their ids, so that two transactions with the same texts never wait for each other in a circle. */
  private async moveAll(
    to: TextState,
    moves: readonly Move[],
  ): Promise<readonly { readonly id: string; readonly was: TextState }[]> {
    const momentColumn = to in MOMENT_OF ? MOMENT_OF[to as keyof typeof MOMENT_OF] : null;
    const rows = moves.map(({ id, change: { at, from, reason, providerCode, dueAt, hold } }) => ({
      id,
      at,
      from_state: from,
      reason,
      says_reason: reason !== undefined,
      provider_code: providerCode,
      says_provider_code: providerCode !== undefined,
      due_at: dueAt,
      hold_reason: hold?.reason,
      hold_until: hold?.until,
    }));
    const { rows: done } = await sql<{ id: string; was: TextState }>`
      with v as (
        select v.*, locked.state as was from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as v(id uuid, at timestamptz, from_state text, reason text, says_reason boolean, provider_code text,
            says_provider_code boolean, due_at timestamptz, hold_reason text, hold_until timestamptz)
        join text_message locked on locked.company_id = ${this.tenant.companyId} and locked.id = v.id
        order by locked.id for no key update of locked
      )
      update text_message t set
        state = ${to},
        ${momentColumn === null ? sql`` : sql`${sql.ref(momentColumn)} = v.at,`}
        ${
          to === 'held'
            ? sql`hold_reason = v.hold_reason, hold_until = v.hold_until,`
            : to === 'queued'
              ? sql`hold_reason = null, hold_until = null, postponed = postponed + (state = 'sending')::int,
                  due_at = coalesce(v.due_at, t.due_at),`
              : sql``
        }
        ${
          // A carrier that corrects itself takes the failure back.
          to === 'delivered'
            ? sql`reason = null, provider_code = null`
            : sql`reason = case when v.says_reason then v.reason else t.reason end,
                provider_code = case when v.says_provider_code then v.provider_code else t.provider_code end`
        }
      from v
      where t.company_id = ${this.tenant.companyId} and t.id = v.id and t.state = any (${[...ALLOWED_FROM[to]]}::text[])
        and (v.from_state is null or t.state = v.from_state)
      returning t.id, v.was`.execute(this.db);
    return done;
  }

  async retry(
    id: string,
    { at, dueAt, stopped }: Parameters<TextRepository['retry']>[1],
  ): Promise<WaitingText | null> {
    const { rows } = await sql<WaitingRow>`
      insert into text_message (
        id, company_id, dealer_id, brand_id, brand_version, site_id, contact_id, kind, lane, phone, language, body,
        link_id, sender_kind, sender_value, encoding, segments, permission, insisted, requested_by,
        try_number, retry_of, wanted_at, queued_at, due_at, state, hold_reason)
      select ${randomUUIDv7()}::uuid, company_id, dealer_id, brand_id, brand_version, site_id, contact_id, kind, lane, phone,
        language, body, link_id, sender_kind, sender_value, encoding, segments, permission, insisted, requested_by,
        try_number + 1, id, coalesce(wanted_at, queued_at), ${at}::timestamptz, ${dueAt}::timestamptz,
        ${stopped ? 'held' : 'queued'}, ${stopped ? 'queue_stopped' : null}
      from text_message failed
      where company_id = ${this.tenant.companyId} and id = ${id} and state = 'failed'
        and not exists (
          select from text_message other
          where other.company_id = failed.company_id and other.contact_id = failed.contact_id
            and other.kind = failed.kind and other.phone = failed.phone and other.queued_at > failed.queued_at
            and other.state not in ('failed', 'cancelled'))
      on conflict do nothing
      returning id, dealer_id, site_id, contact_id, lane`.execute(this.db);
    const row = rows[0];
    return row === undefined ? null : waitingText(row);
  }

  async reminderDecided(id: string, at: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.text(id)
      .set({ reminder_decided_at: at })
      .where('reminder_decided_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  cancelRetryOf(id: string, at: Date): Promise<void> {
    return this.cancelRetriesGathered({ id, at });
  }

  private readonly cancelRetriesGathered = gathered(async (calls: readonly { id: string; at: Date }[]) => {
    await sql`
      update text_message t set state = 'cancelled', cancelled_at = v.at
      from unnest(${calls.map(({ id }) => id)}::uuid[], ${calls.map(({ at }) => at)}::timestamptz[]) as v(id, at)
      where t.company_id = ${this.tenant.companyId} and t.retry_of = v.id
        and t.state = any (${[...ALLOWED_FROM.cancelled]}::text[])`.execute(this.db);
    return calls.map(() => undefined);
  });

  async waitingInLane(lane: Lane, most: number): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from (
        select from text_message where company_id = ${this.tenant.companyId} and dealer_id = ${this.tenant.dealerId}
          and lane = ${lane} and state = 'queued' limit ${most}) as waiting`.execute(this.db);
    return rows[0]?.count ?? 0;
  }

  async release(
    brandId: string,
    { reason, at, most }: Parameters<TextRepository['release']>[1],
  ): Promise<readonly WaitingText[]> {
    // In a common table expression, which is worked out once: a subquery with a lock may be run for each row.
    const rows = await this.db
      .with('chosen', (db) =>
        db
          .selectFrom('text_message')
          .select('id')
          .where('company_id', '=', this.tenant.companyId)
          .where('brand_id', '=', brandId)
          .where('state', '=', 'held')
          .where('hold_reason', '=', reason)
          .orderBy('try_number')
          .orderBy('queued_at')
          .limit(most)
          .forUpdate()
          .skipLocked(),
      )
      .updateTable('text_message')
      .from('chosen')
      .set({ state: 'queued', hold_reason: null, hold_until: null, due_at: at })
      .whereRef('text_message.id', '=', 'chosen.id')
      .where('text_message.company_id', '=', this.tenant.companyId)
      .returning([
        'text_message.id',
        'text_message.dealer_id',
        'text_message.site_id',
        'text_message.contact_id',
        'text_message.lane',
      ])
      .execute();
    return rows.map(waitingText);
  }

  async cancelWaitingFor(contactId: string, at: Date): Promise<void> {
    await this.waiting(at).where('contact_id', '=', contactId).execute();
  }

  async cancelWaitingAt(siteId: string, at: Date): Promise<void> {
    await this.waiting(at).where('site_id', '=', siteId).execute();
  }

  identify(id: string, providerId: string): Promise<boolean> {
    return this.identifyGathered({ id, providerId });
  }

  private readonly identifyGathered = gathered(async (pairs: readonly Identified[]) => {
    const { rows } = await sql<{ id: string }>`
      update text_message t set provider_id = v.provider_id
      from unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ providerId }) => providerId)}::text[])
        as v(id, provider_id)
      where t.company_id = ${this.tenant.companyId} and t.id = v.id and t.provider_id is null
        and not exists (select from text_message other where other.provider_id = v.provider_id)
      returning t.id`.execute(this.db);
    const identified = new Set(rows.map(({ id }) => id));
    // Of two that say so of the same text the first is told.
    return pairs.map(({ id }) => identified.delete(id));
  });

  async knownAtProvider(providerIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (providerIds.length === 0) return new Set();
    const rows = await this.db
      .selectFrom('text_message')
      .select('provider_id')
      .where('company_id', '=', this.tenant.companyId)
      .where('provider_id', 'in', providerIds)
      .execute();
    return new Set(rows.flatMap(({ provider_id: id }) => (id === null ? [] : [id])));
  }

  async polled(id: string, at: Date): Promise<void> {
    await this.text(id).set({ polled_at: at }).execute();
  }

  async lastContactTexted(
    brandId: string,
    phone: string,
  ): Promise<{ readonly contactId: string; readonly siteId: string; readonly dealerId: string } | null> {
    const row = await this.db
      .selectFrom('text_message')
      .select(['contact_id', 'site_id', 'dealer_id'])
      .where('company_id', '=', this.tenant.companyId)
      .where('brand_id', '=', brandId)
      .where('phone', '=', phone)
      .orderBy('queued_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined
      ? null
      : { contactId: row.contact_id, siteId: row.site_id, dealerId: row.dealer_id };
  }

  private waiting(at: Date) {
    return this.db
      .updateTable('text_message')
      .set({ state: 'cancelled', cancelled_at: at })
      .where('company_id', '=', this.tenant.companyId)
      .where('state', 'in', [...ALLOWED_FROM.cancelled]);
  }

  private text(id: string) {
    return this.db
      .updateTable('text_message')
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', id);
  }
}
