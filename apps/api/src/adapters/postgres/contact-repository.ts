import type { BulkScope } from '@keyholder/domain/bulk/bulk-scope';
import type { Agreement } from '@keyholder/domain/contact/agreement';
import { AGREEMENT_ALLOWED_FROM } from '@keyholder/domain/contact/agreement';
import type { ContactDetails } from '@keyholder/domain/contact/contact-details';
import type { Bounce } from '@keyholder/domain/contact/contact-facts';
import type { ContactRepository, StoredContact, Taken } from '@keyholder/domain/contact/contact-repository';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { INVITING_KINDS } from '@keyholder/domain/welcome/text-message';
import { rankOf } from '@keyholder/domain/site/next-action';
import type { SlotChange } from '@keyholder/domain/site/slot-plan';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { addresseesById, contactsWithFacts, contactsWithFactsById, storedContact } from './contact-facts.ts';
import { gathered, inOrderOf } from './gathered.ts';
import { RefusedNumbers } from './refused-numbers.ts';
import type { Tables } from './rows/index.ts';
import { unlessTaken } from './unless-taken.ts';

/** What showed of a contact's number, while it was this one. */
interface Proof {
  readonly id: string;
  readonly phone: string;
  readonly at: Date;
}

/** What a dealer says of a contact, by columns. */
const detailColumns = (details: ContactDetails) => ({
  name: details.name,
  phone: details.phone.e164,
  email: details.email,
  email_verification: details.emailVerification,
  title: details.title,
  slot_number: details.slotNumber,
  emergency_contact: details.emergencyContact,
  language: details.language,
});

export class PostgresContactRepository implements ContactRepository {
  private readonly refused: RefusedNumbers;

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant & { readonly dealerId: string },
    /** Gets the ids of contacts that are added: they need not be marked as changed. */
    private readonly added: { add(id: string): void },
  ) {
    this.refused = new RefusedNumbers(db, tenant);
  }

  readonly add = gathered(async (contacts: readonly Parameters<ContactRepository['add']>[0][]) => {
    const added = await this.db
      .insertInto('contact')
      .values(
        contacts.map(({ id, siteId, details, at }) => ({
          id,
          company_id: this.tenant.companyId,
          dealer_id: this.tenant.dealerId,
          site_id: siteId,
          ...detailColumns(details),
          version: 1,
          created_at: at,
          changed_at: at,
          number_since: at,
        })),
      )
      // The unique keys decide, so that of two who add the same number at once one is told who has it.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    const ids = new Set(added.map(({ id }) => id));
    for (const id of ids) this.added.add(id);
    return Promise.all(
      contacts.map(async ({ id, siteId, details }) =>
        ids.has(id) ? null : this.whoHas(siteId, id, [details.phone.e164], [details.slotNumber]),
      ),
    );
  });

  async withoutText(scope: BulkScope): Promise<readonly StoredContact[]> {
    const rows = await contactsWithFacts(this.db)
      .where('contact.company_id', '=', this.tenant.companyId)
      .where('contact.dealer_id', '=', this.tenant.dealerId)
      .where(this.inScope(scope))
      .where(
        sql<boolean>`not exists (
          select from text_message t where t.company_id = contact.company_id and t.contact_id = contact.id
            and t.phone = contact.phone and t.queued_at >= contact.number_since and t.state <> 'cancelled'
            and t.kind = any (${[...INVITING_KINDS]}::text[]))`,
      )
      .orderBy('contact.created_at')
      .orderBy('contact.id')
      .execute();
    return rows.map(storedContact);
  }

  async withoutCheck(scope: BulkScope): Promise<readonly string[]> {
    const rows = await contactsWithFacts(this.db)
      .clearSelect()
      .select('contact.id')
      .where('contact.company_id', '=', this.tenant.companyId)
      .where('contact.dealer_id', '=', this.tenant.dealerId)
      .where(this.inScope(scope))
      .where('lc.result', 'is', null)
      .orderBy('contact.created_at')
      .orderBy('contact.id')
      .execute();
    return rows.map(({ id }) => id);
  }

  private inScope({ siteId, importId, nextAction }: BulkScope): RawBuilder<boolean> {
    const atSite = siteId === undefined ? sql`true` : sql`contact.site_id = ${siteId}`;
    const added =
      importId === undefined
        ? sql`true`
        : sql`exists (select from bulk_item i where i.company_id = contact.company_id and i.run_id = ${importId}
            and i.contact_id = contact.id and i.state = 'done')`;
    const stepped =
      nextAction === undefined
        ? sql`true`
        : sql`contact.site_id in (select s.site_id from site_standing s where s.company_id = ${this.tenant.companyId}
            and s.dealer_id = ${this.tenant.dealerId} and s.rank = ${rankOf(nextAction)} and not s.archived)`;
    return sql<boolean>`(${atSite} and ${added} and ${stepped})`;
  }

  async listSlots(siteId: string): ReturnType<ContactRepository['listSlots']> {
    const rows = await this.db
      .selectFrom('contact')
      .select(['id', 'name', 'slot_number', 'version'])
      .where('company_id', '=', this.tenant.companyId)
      .where('site_id', '=', siteId)
      .where('removed_at', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute();
    return rows.map((row) => ({
      contactId: row.id,
      name: row.name,
      slotNumber: row.slot_number,
      version: row.version,
    }));
  }

  async change(
    id: string,
    { version, details, restart, at }: Parameters<ContactRepository['change']>[1],
  ): Promise<Taken | 'stale' | null> {
    const restarted = {
      number_since: at,
      agreement_state: 'none',
      agreement_at: null,
      confirmed_by: null,
      decline_reason: null,
      page_opened_at: null,
      watched_percent: 0,
    };
    const unproven = { number_proven_at: null, bounced_at: null, bounce_kind: null };
    const changed = await unlessTaken(this.db, () =>
      this.contact(id)
        .set({
          ...detailColumns(details),
          version: version + 1,
          ...(restart === null ? {} : restarted),
          ...(restart === 'number' ? unproven : {}),
        })
        .where('version', '=', version)
        .returning('site_id')
        .executeTakeFirst(),
    );
    if (changed !== 'taken') return changed === undefined ? 'stale' : null;
    const { siteId } = await this.row(id);
    return this.whoHas(siteId, id, [details.phone.e164], [details.slotNumber]);
  }

  async moveSlots(siteId: string, moves: readonly SlotChange[]): Promise<Taken | null> {
    const taken = await unlessTaken(this.db, async () => {
      // The key is checked row by row: all give their number up first, then take the new one.
      for (const { contactId } of moves) await this.contact(contactId).set({ slot_number: null }).execute();
      for (const { contactId, to } of moves) {
        await this.contact(contactId)
          .set((set) => ({ slot_number: to, version: set('version', '+', 1) }))
          .execute();
      }
      return null;
    });
    if (taken === null) return null;
    const slots = moves.map(({ to }) => to);
    return this.whoHas(
      siteId,
      moves.map(({ contactId }) => contactId),
      [],
      slots,
    );
  }

  async remove(id: string, version: number, at: Date): Promise<'stale' | null> {
    const { numUpdatedRows } = await this.contact(id)
      .set({ removed_at: at, version: version + 1 })
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows > 0n ? null : 'stale';
  }

  async restore(id: string): ReturnType<ContactRepository['restore']> {
    const removed = await this.db
      .selectFrom('contact')
      .innerJoin('site', (join) =>
        join.onRef('site.company_id', '=', 'contact.company_id').onRef('site.id', '=', 'contact.site_id'),
      )
      .select([
        'contact.site_id',
        'contact.phone',
        'contact.slot_number',
        'contact.removed_at',
        'site.archived_at',
      ])
      .where('contact.company_id', '=', this.tenant.companyId)
      .where('contact.id', '=', id)
      // Whoever deletes its evidence has done so, or waits.
      .forUpdate('contact')
      .executeTakeFirst();
    if (removed === undefined) return 'unknown';
    if (removed.removed_at === null || removed.archived_at !== null) return 'not_removed';
    const deletion = await this.db
      .selectFrom('evidence_deletion')
      .select('last_seq')
      .where('company_id', '=', this.tenant.companyId)
      .where('contact_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (deletion !== undefined) return 'evidence_deleted';
    const { site_id: siteId, phone, slot_number: slot } = removed;
    const restored = await unlessTaken(this.db, () =>
      this.db
        .updateTable('contact')
        .set((set) => ({ removed_at: null, version: set('version', '+', 1) }))
        .where('company_id', '=', this.tenant.companyId)
        .where('id', '=', id)
        .where('removed_at', 'is not', null)
        .returning('version')
        .executeTakeFirst(),
    );
    if (restored === 'taken') return this.whoHas(siteId, id, [phone], [slot]);
    return restored === undefined ? 'not_removed' : { siteId, version: restored.version };
  }

  /** Who else at a site has one of these numbers. */
  private async whoHas(
    siteId: string,
    but: string | readonly string[],
    phones: readonly string[],
    slots: readonly (number | null)[],
  ): Promise<Taken> {
    const taken = slots.filter((slot) => slot !== null);
    const rows = await this.db
      .selectFrom('contact')
      .select(['id', 'name', 'phone'])
      .where('company_id', '=', this.tenant.companyId)
      .where('site_id', '=', siteId)
      .where('removed_at', 'is', null)
      .where('id', 'not in', [but].flat())
      .where((where) =>
        where.or([
          ...(phones.length > 0 ? [where('phone', 'in', [...phones])] : []),
          ...(taken.length > 0 ? [where('slot_number', 'in', taken)] : []),
        ]),
      )
      .execute();
    const byPhone = rows.find((row) => phones.includes(row.phone));
    const holder = byPhone ?? rows[0];
    if (holder === undefined) throw new Error('A contact was refused that nothing conflicts with.');
    return {
      code: byPhone === undefined ? 'slot_taken' : 'phone_taken',
      contactId: holder.id,
      name: holder.name,
    };
  }

  readonly load = gathered(async (ids: readonly string[]) => {
    const rows = await contactsWithFactsById(this.db, { companyId: this.tenant.companyId, ids });
    return inOrderOf(ids, rows, { id: (row) => row.id, answer: storedContact });
  });

  readonly addressee = gathered(async (ids: readonly string[]) => {
    const rows = await addresseesById(this.db, { companyId: this.tenant.companyId, ids });
    return inOrderOf(ids, rows, {
      id: ({ id }) => id,
      answer: ({ phone, answered }) => ({ phone, answered }),
    });
  });

  async setAgreement(id: string, agreement: Agreement): Promise<boolean> {
    const { numUpdatedRows } = await this.contact(id)
      .set({
        agreement_state: agreement.state,
        agreement_at: agreement.at,
        confirmed_by: agreement.confirmedBy,
        decline_reason: agreement.declineReason,
      })
      .where('agreement_state', 'in', [...AGREEMENT_ALLOWED_FROM[agreement.state]])
      .executeTakeFirst();
    const changed = numUpdatedRows > 0n;
    if (agreement.state === 'declined' && changed) await this.refused.keep(await this.row(id), agreement);
    // A refusal can also hold that somebody gave as another contact with the number.
    const withdrawn = agreement.state === 'none' && (await this.refused.withdraw(await this.row(id)));
    return changed || withdrawn;
  }

  async recordPageOpened(id: string, at: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.contact(id)
      .set({ page_opened_at: at })
      .where('page_opened_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async recordWatched(id: string, percent: number): Promise<boolean> {
    const { numUpdatedRows } = await this.contact(id)
      .set({ watched_percent: percent })
      .where('watched_percent', '<', percent)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  recordProof(id: string, phone: string, at: Date): Promise<void> {
    return this.proofsGathered({ id, phone, at });
  }

  private readonly proofsGathered = gathered(async (proofs: readonly Proof[]) => {
    await this.recordAll(
      proofs,
      sql`number_proven_at = v.at`,
      sql`number_proven_at is null or number_proven_at < v.at`,
    );
    return proofs.map(() => undefined);
  });

  recordBounce(id: string, phone: string, { at, kind }: Bounce): Promise<void> {
    return this.bouncesGathered({ id, phone, at, kind });
  }

  private readonly bouncesGathered = gathered(
    async (bounces: readonly (Proof & { readonly kind: string })[]) => {
      await this.recordAll(
        bounces,
        sql`bounced_at = v.at, bounce_kind = v.kind`,
        sql`bounced_at is null or bounced_at < v.at`,
      );
      return bounces.map(() => undefined);
    },
  );

  /** Locked in one order, so that two transactions with the same contacts never wait for each other in a circle. */
  private async recordAll(
    facts: readonly (Proof & { readonly kind?: string })[],
    set: RawBuilder<unknown>,
    isNews: RawBuilder<unknown>,
  ): Promise<void> {
    await sql`
      with v as (
        select v.* from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb)
          as v(id uuid, phone text, at timestamptz, kind text)
        join contact locked on locked.company_id = ${this.tenant.companyId} and locked.id = v.id
        order by locked.id for no key update of locked
      )
      update contact set ${set} from v
      where contact.company_id = ${this.tenant.companyId} and contact.id = v.id and contact.removed_at is null
        and contact.phone = v.phone and (${isNews})`.execute(this.db);
  }

  private async row(id: string): Promise<{ readonly siteId: string; readonly phone: string }> {
    const { site_id: siteId, phone } = await this.db
      .selectFrom('contact')
      .select(['site_id', 'phone'])
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return { siteId, phone };
  }

  private contact(id: string) {
    return this.db
      .updateTable('contact')
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', id)
      .where('removed_at', 'is', null);
  }
}
