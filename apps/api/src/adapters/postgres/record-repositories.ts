import { randomUUIDv7 } from 'node:crypto';
import type {
  EvidenceChain,
  EvidenceLog,
  EvidencePiece,
  OptOutRepository,
  ReplyRepository,
} from '@keyholder/domain/consent/records';
import { NOT_OPTED_OUT, type OptOut, type OptOutSource } from '@keyholder/domain/contact/opt-out';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { sql, type InsertObject, type Kysely, type Selectable } from 'kysely';
import { v7 as orderedId } from 'uuid';
import type {
  AuditLog,
  NewProviderEvent,
  ProviderEventLog,
  StoredProviderEvent,
} from '../../ports/unit-of-work.ts';
import { gathered, inOrderOf } from './gathered.ts';
import { moment, momentOrNull } from './moment.ts';
import type { Tables } from './rows/index.ts';

/** A value for a jsonb column. */
const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`;

export class PostgresOptOutRepository implements OptOutRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  find(brandId: string, phone: string): Promise<OptOut> {
    return this.findGathered({ brandId, phone });
  }

  private readonly findGathered = gathered(async (keys: readonly { brandId: string; phone: string }[]) => {
    const { rows } = await sql<Selectable<Tables['opt_out']>>`
      select o.* from (
        select distinct * from unnest(${keys.map(({ brandId }) => brandId)}::uuid[], ${keys.map(({ phone }) => phone)}::text[])
      ) as v(brand_id, phone)
      join opt_out o on o.company_id = ${this.tenant.companyId} and o.brand_id = v.brand_id and o.phone = v.phone
      where o.opted_out`.execute(this.db);
    const found = new Map(rows.map((row) => [`${row.brand_id} ${row.phone}`, row]));
    return keys.map(({ brandId, phone }): OptOut => {
      const row = found.get(`${brandId} ${phone}`);
      return row === undefined
        ? NOT_OPTED_OUT
        : { state: true, by: row.source as OptOutSource, at: moment(row.at) };
    });
  });

  async set(
    brandId: string,
    phone: string,
    optedOut: boolean,
    source: OptOutSource,
    at: Date,
  ): Promise<boolean> {
    const key = { company_id: this.tenant.companyId, brand_id: brandId, phone };
    const first = await this.db
      .insertInto('opt_out')
      .values({ ...key, opted_out: optedOut, source, at, heard_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('phone')
      .executeTakeFirst();
    if (first !== undefined) return optedOut;
    const row = this.db.updateTable('opt_out').where((where) => where.and(key));
    const stands = await this.db
      .selectFrom('opt_out')
      .select(['opted_out', 'heard_at'])
      .where((where) => where.and(key))
      .forUpdate()
      .executeTakeFirstOrThrow();
    // What was said later stands, in whatever order it arrives: saying it again is remembered too, or an earlier
    // statement that is applied after it would win.
    if (moment(stands.heard_at) > at) return false;
    if (stands.opted_out === optedOut) {
      await row.set({ heard_at: at }).execute();
      return false;
    }
    await row.set({ opted_out: optedOut, source, at, heard_at: at }).execute();
    return true;
  }

  async contactsWith(
    brandId: string,
    phone: string,
  ): Promise<readonly { readonly contactId: string; readonly siteId: string; readonly dealerId: string }[]> {
    const rows = await this.db
      .selectFrom('contact')
      .innerJoin('dealer', (join) =>
        join
          .onRef('dealer.company_id', '=', 'contact.company_id')
          .onRef('dealer.id', '=', 'contact.dealer_id'),
      )
      .select(['contact.id', 'contact.site_id', 'contact.dealer_id'])
      .where('contact.company_id', '=', this.tenant.companyId)
      .where('dealer.brand_id', '=', brandId)
      .where('contact.phone', '=', phone)
      .where('contact.removed_at', 'is', null)
      .execute();
    return rows.map((row) => ({ contactId: row.id, siteId: row.site_id, dealerId: row.dealer_id }));
  }
}

export class PostgresReplyRepository implements ReplyRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  async add(reply: Parameters<ReplyRepository['add']>[0]): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.db
      .insertInto('reply')
      .values({
        id: randomUUIDv7(),
        company_id: this.tenant.companyId,
        dealer_id: reply.dealerId,
        contact_id: reply.contactId,
        phone: reply.phone,
        body: reply.body,
        meaning: reply.meaning,
        warning: reply.warning,
        provider_id: reply.providerId,
        at: reply.at,
      })
      .onConflict((conflict) => conflict.columns(['company_id', 'contact_id', 'provider_id']).doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async markRead(contactId: string, at: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.db
      .updateTable('reply')
      .set({ read_at: at })
      .where('company_id', '=', this.tenant.companyId)
      .where('contact_id', '=', contactId)
      .where('read_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
}

export class PostgresEvidenceLog implements EvidenceLog {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  readonly add = gathered(async (pieces: readonly Parameters<EvidenceLog['add']>[0][]) => {
    await this.db
      .insertInto('consent_evidence')
      .values(
        // Each locks its contact: in one order, so that two transactions never wait for each other in a circle.
        pieces
          .toSorted((a, b) => (a.contactId < b.contactId ? -1 : Number(a.contactId > b.contactId)))
          .map((evidence) => ({
            id: randomUUIDv7(),
            company_id: this.tenant.companyId,
            dealer_id: evidence.dealerId,
            contact_id: evidence.contactId,
            kind: evidence.kind,
            at: evidence.at,
            detail: json(evidence.detail),
            // Place and hashes in the contact's chain are the database's (trigger).
            seq: 0,
            hash: Buffer.alloc(0),
          })),
      )
      .execute();
    return pieces.map(() => undefined);
  });

  async chainOf(contactId: string): Promise<EvidenceChain | null> {
    const contact = await this.db
      .selectFrom('contact')
      .innerJoin('site', (join) =>
        join.onRef('site.company_id', '=', 'contact.company_id').onRef('site.id', '=', 'contact.site_id'),
      )
      .innerJoin('dealer', (join) =>
        join
          .onRef('dealer.company_id', '=', 'contact.company_id')
          .onRef('dealer.id', '=', 'contact.dealer_id'),
      )
      .select([
        'contact.name',
        'contact.phone',
        'contact.removed_at',
        'site.id as site_id',
        'site.name as site_name',
        'site.account_number',
        'dealer.name as dealer_name',
      ])
      .where('contact.company_id', '=', this.tenant.companyId)
      .where('contact.id', '=', contactId)
      .executeTakeFirst();
    if (contact === undefined) return null;
    const rows = await this.db
      .selectFrom('consent_evidence')
      .select([
        'seq',
        'kind',
        'at',
        sql<string>`extract(epoch from at)::text`.as('epoch'),
        sql<string>`detail::text`.as('detail'),
        sql<string | null>`encode(prev_hash, 'hex')`.as('prev_hash'),
        sql<string>`encode(hash, 'hex')`.as('hash'),
      ])
      .where('company_id', '=', this.tenant.companyId)
      .where('contact_id', '=', contactId)
      .orderBy('seq')
      .execute();
    const deletions = await this.db
      .selectFrom('evidence_deletion')
      .select([
        'first_seq',
        'last_seq',
        sql<string>`encode(last_hash, 'hex')`.as('last_hash'),
        'pieces',
        'removed_at',
        'kept_years',
        'deleted_at',
      ])
      .where('company_id', '=', this.tenant.companyId)
      .where('contact_id', '=', contactId)
      .orderBy('last_seq')
      .execute();
    return {
      contact: {
        id: contactId,
        name: contact.name,
        phone: contact.phone,
        removedAt: momentOrNull(contact.removed_at),
      },
      site: { id: contact.site_id, name: contact.site_name, accountNumber: contact.account_number },
      dealer: { name: contact.dealer_name },
      deletions: deletions.map((row) => ({
        firstSeq: row.first_seq,
        lastSeq: row.last_seq,
        lastHash: row.last_hash,
        pieces: row.pieces,
        removedAt: moment(row.removed_at),
        keptYears: row.kept_years,
        deletedAt: moment(row.deleted_at),
      })),
      pieces: rows.map((row) => ({
        seq: row.seq,
        kind: row.kind as EvidencePiece['kind'],
        at: moment(row.at),
        epoch: row.epoch,
        detail: row.detail,
        prevHash: row.prev_hash,
        hash: row.hash,
      })),
    };
  }

  async kept(contactId: string): ReturnType<EvidenceLog['kept']> {
    // Whoever adds evidence or brings the contact back waits for this.
    const contact = await this.db
      .selectFrom('contact')
      .select('removed_at')
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', contactId)
      .forUpdate()
      .executeTakeFirst();
    const { last } = await this.db
      .selectFrom('consent_evidence')
      .select(sql<Date | null>`max(at)`.as('last'))
      .where('company_id', '=', this.tenant.companyId)
      .where('contact_id', '=', contactId)
      .executeTakeFirstOrThrow();
    return contact === undefined || last === null
      ? null
      : { removedAt: momentOrNull(contact.removed_at), lastPieceAt: moment(last) };
  }

  async deleteExpired(contactId: string, at: Date): ReturnType<EvidenceLog['deleteExpired']> {
    const { rows } = await sql<{ pieces: number; last_hash: string; kept_years: number }>`
      select * from delete_expired_evidence(${contactId}::uuid, ${at}::timestamptz)`.execute(this.db);
    const [deleted] = rows;
    return deleted === undefined
      ? null
      : { pieces: deleted.pieces, lastHash: deleted.last_hash, keptYears: deleted.kept_years };
  }
}

/** Collects the entries of one transaction; they are written at its end. */
export class PostgresAuditLog implements AuditLog {
  private readonly entries: InsertObject<Tables, 'audit_entry'>[] = [];

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  /** Whoever audits has changed something. */
  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  add(entry: Parameters<AuditLog['add']>[0]): void {
    this.entries.push({
      // Entries of one moment keep the order in which they were added; Node's own ids do not promise that.
      id: orderedId(),
      company_id: this.tenant.companyId,
      dealer_id: entry.dealerId ?? this.tenant.dealerId,
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.id,
      actor_name: entry.actor.name,
      from_address: entry.actor.from?.address ?? null,
      user_agent: entry.actor.from?.userAgent ?? null,
      action: entry.action,
      site_id: entry.siteId ?? null,
      contact_id: entry.contactId ?? null,
      detail: json(entry.detail ?? {}),
      at: entry.at,
    });
  }

  async write(): Promise<void> {
    if (!this.isEmpty) await this.db.insertInto('audit_entry').values(this.entries).execute();
  }

  async changesSince(
    of: { readonly contactId: string } | { readonly siteId: string },
    version: number,
  ): ReturnType<AuditLog['changesSince']> {
    const rows = await this.db
      .selectFrom('audit_entry')
      .select(['at', 'actor_name', 'detail'])
      .where('company_id', '=', this.tenant.companyId)
      .$if('contactId' in of, (query) =>
        query.where('contact_id', '=', 'contactId' in of ? of.contactId : null),
      )
      .$if('siteId' in of, (query) =>
        query.where('site_id', '=', 'siteId' in of ? of.siteId : null).where('contact_id', 'is', null),
      )
      .where(sql<boolean>`(detail ->> 'version')::int > ${version}`)
      .orderBy('at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      at: moment(row.at),
      by: row.actor_name,
      fields: ((row.detail as { changes?: { field: string }[] }).changes ?? []).map(({ field }) => field),
    }));
  }
}

export class PostgresProviderEventLog implements ProviderEventLog {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  readonly add = gathered(async (events: readonly NewProviderEvent[]) => {
    const rows = events.map(({ key, kind, payload, at }) => ({ id: randomUUIDv7(), key, kind, payload, at }));
    // Keys are taken in one order, so that two transactions with the same ones never wait for each other in a circle.
    const { rows: added } = await sql<{ id: string }>`
      with event as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r(id uuid, key text, kind text, payload jsonb, at timestamptz)
      ), new_key as (
        insert into provider_event_key (key, received_at)
        select distinct on (key) key, at from event order by key
        on conflict (key) do nothing returning key
      )
      insert into provider_event (id, company_id, kind, payload, received_at)
      select distinct on (key) id, ${this.tenant.companyId}::uuid, kind, payload, at
      from event join new_key using (key) order by key, id
      returning id`.execute(this.db);
    const ids = new Set(added.map(({ id }) => id));
    return rows.map(({ id }) => (ids.has(id) ? id : null));
  });

  readonly load = gathered(async (ids: readonly string[]) => {
    const rows = await this.db
      .selectFrom('provider_event')
      .selectAll()
      .where('company_id', '=', this.tenant.companyId)
      .where(sql<boolean>`id = any (${ids}::uuid[])`)
      .execute();
    return inOrderOf(ids, rows, {
      id: (row) => row.id,
      answer: (row): StoredProviderEvent => ({
        kind: row.kind === 'inbound' ? 'inbound' : 'status',
        payload: row.payload,
        receivedAt: moment(row.received_at),
        applied: row.applied_at !== null,
      }),
    });
  });

  markApplied(id: string, at: Date): Promise<void> {
    return this.markGathered({ id, at });
  }

  private readonly markGathered = gathered(async (events: readonly { id: string; at: Date }[]) => {
    await sql`
      update provider_event e set applied_at = v.at
      from unnest(${events.map(({ id }) => id)}::uuid[], ${events.map(({ at }) => at)}::timestamptz[]) as v(id, at)
      where e.company_id = ${this.tenant.companyId} and e.id = v.id`.execute(this.db);
    return events.map(() => undefined);
  });
}
