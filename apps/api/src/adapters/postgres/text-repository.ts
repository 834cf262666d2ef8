import type { Tenant } from '@keyholder/domain/shared/tenant';
import type {
  NewText,
  StoredText,
  TextChange,
  TextRepository,
} from '@keyholder/domain/welcome/text-repository';
import { ALLOWED_FROM, type TextState } from '@keyholder/domain/welcome/text-message';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
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
      },
      { persist: true },
    );
    await this.em.flush();
  }

  async load(id: string): Promise<StoredText | null> {
    const row = await this.db
      .selectFrom('text_message')
      .selectAll()
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return null;
    return {
      id: row.id,
      brandId: row.brand_id,
      brandVersion: row.brand_version,
      siteId: row.site_id,
      contactId: row.contact_id,
      kind: row.kind as StoredText['kind'],
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
      reason: row.reason as StoredText['reason'],
      providerId: row.provider_id,
      postponed: row.postponed,
      queuedAt: moment(row.queued_at),
      claimedAt: momentOrNull(row.claimed_at),
    };
  }

  async move(id: string, to: TextState, change: TextChange): Promise<boolean> {
    const momentColumn = to in MOMENT_OF ? MOMENT_OF[to as keyof typeof MOMENT_OF] : null;
    const { numUpdatedRows } = await this.db
      .updateTable('text_message')
      .set({
        state: to,
        ...(momentColumn === null ? {} : { [momentColumn]: change.at }),
        ...(change.reason === undefined ? {} : { reason: change.reason }),
        ...(change.providerCode === undefined ? {} : { provider_code: change.providerCode }),
        ...(change.providerId === undefined ? {} : { provider_id: change.providerId }),
        ...(change.dueAt === undefined ? {} : { due_at: change.dueAt }),
      })
      .$if(to === 'queued', (query) => query.set((set) => ({ postponed: set('postponed', '+', 1) })))
      // A carrier that corrects itself takes the failure back.
      .$if(to === 'delivered', (query) => query.set({ reason: null, provider_code: null }))
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', id)
      .where('state', 'in', [...ALLOWED_FROM[to]])
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async cancelWaitingFor(contactId: string, at: Date): Promise<void> {
    await this.waiting(at).where('contact_id', '=', contactId).execute();
  }

  async cancelWaitingAt(siteId: string, at: Date): Promise<void> {
    await this.waiting(at).where('site_id', '=', siteId).execute();
  }

  async identify(id: string, providerId: string): Promise<void> {
    await this.text(id).set({ provider_id: providerId }).where('provider_id', 'is', null).execute();
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
