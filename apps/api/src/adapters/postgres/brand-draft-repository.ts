import type { BrandAsset } from '@keyholder/domain/branding/brand-asset';
import type {
  BrandDraftRepository,
  BrandVersion,
  EditedBrand,
} from '@keyholder/domain/branding/brand-draft-repository';
import { newBrandDraft, type BrandDraft } from '@keyholder/domain/branding/brand-draft';
import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import type { PublishedBrand } from '@keyholder/domain/branding/brand-repository';
import type { Locale } from '@keyholder/domain/branding/locale';
import type { CompanySender, LinkHostCheck, LinkHostFault } from '@keyholder/domain/branding/preflight';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { TextSenderIdentity } from '@keyholder/domain/welcome/text-sender';
import { sql, type Kysely, type Selectable } from 'kysely';
import { moment } from './moment.ts';
import type { Tables } from './rows/index.ts';

const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`;

/** A sender as its two columns say it. */
export const senderOf = (kind: string, value: string): TextSenderIdentity =>
  kind === 'messaging_service' ? { kind, sid: value } : { kind: 'number', e164: value };

const valueOf = (sender: TextSenderIdentity): string =>
  sender.kind === 'messaging_service' ? sender.sid : sender.e164;

/** How a check of the link host is kept: dates are strings in JSON. */
type StoredCheck =
  | { readonly kind: 'points_here'; readonly at: string }
  | {
      readonly kind: 'fails';
      readonly at: string;
      readonly reason: LinkHostFault;
      /** Missing in what was kept while the reason was a sentence: as good as not checked. */
      readonly status?: number | null;
    };

const linkHostOf = (stored: unknown): LinkHostCheck => {
  const check = stored as StoredCheck | null;
  if (check === null) return { kind: 'not_checked' };
  const at = new Date(check.at);
  if (check.kind === 'points_here') return { kind: 'points_here', at };
  const { kind, reason, status } = check;
  return status === undefined ? { kind: 'not_checked' } : { kind, at, reason, status };
};

/** The draft of a brand that is older than drafts: what its settings and its page say; files cannot be told. */
const draftFromSettings = (row: Selectable<Tables['brand']>): BrandDraft => ({
  ...newBrandDraft({ name: row.name, linkOrigin: row.link_origin, languages: [row.language as Locale] }),
  linkLifeDays: row.link_life_days,
  confirmationText: row.confirmation_text,
  confirmByReply: row.confirm_by_reply,
  sender:
    row.sender_kind === null || row.sender_value === null
      ? null
      : senderOf(row.sender_kind, row.sender_value),
});

/** A brand's draft, whatever its age. */
const draftOf = (row: Selectable<Tables['brand']>): BrandDraft =>
  (row.draft as BrandDraft | null) ?? draftFromSettings(row);

export class PostgresBrandDraftRepository implements BrandDraftRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  async add({ id, brandKey, draft, made }: Parameters<BrandDraftRepository['add']>[0]): Promise<boolean> {
    const { companyId } = this.tenant;
    // Before the key: it refers to the brand. Another brand with the key undoes both.
    await sql`savepoint new_brand`.execute(this.db);
    const added = await this.db
      .insertInto('brand')
      .values({
        id,
        company_id: companyId,
        dealer_id: null,
        brand_key: brandKey,
        name: draft.name,
        published_version: 0,
        link_origin: draft.linkOrigin,
        link_life_days: draft.linkLifeDays,
        language: draft.language,
        confirmation_text: draft.confirmationText,
        confirm_by_reply: draft.confirmByReply,
        provider_answers_keywords: true,
        draft: json(draft),
        draft_version: 1,
        created_at: made.at,
      })
      .onConflict((conflict) => conflict.column('brand_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added !== undefined && (await this.takeKey(id, brandKey, made.at))) return true;
    await sql`rollback to savepoint new_brand`.execute(this.db);
    return false;
  }

  look(id: string): Promise<EditedBrand | null> {
    return this.load(id, false);
  }

  edited(id: string): Promise<EditedBrand | null> {
    return this.load(id, true);
  }

  private async load(id: string, lock: boolean): Promise<EditedBrand | null> {
    const row = await this.db
      .selectFrom('brand')
      .selectAll()
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', id)
      .$if(lock, (query) => query.forUpdate())
      .executeTakeFirst();
    if (row === undefined) return null;
    return {
      id: row.id,
      brandKey: row.brand_key,
      draft: draftOf(row),
      draftVersion: row.draft_version,
      publishedVersion: row.published_version,
      liveVersion: row.live_version ?? null,
      liveBuild: row.live_build ?? null,
      linkHost: linkHostOf(row.link_host),
    };
  }

  async saveDraft(
    ...[id, draft, version, edit]: Parameters<BrandDraftRepository['saveDraft']>
  ): Promise<void> {
    await this.brand(id)
      .set({ draft: json(draft), draft_version: version })
      .execute();
    await this.db
      .insertInto('brand_draft_edit')
      .values({
        company_id: this.tenant.companyId,
        brand_id: id,
        version,
        fields: [...edit.fields],
        by: edit.by,
        at: edit.at,
      })
      .execute();
  }

  async editsSince(id: string, version: number): ReturnType<BrandDraftRepository['editsSince']> {
    const rows = await this.db
      .selectFrom('brand_draft_edit')
      .select(['at', 'by', 'fields'])
      .where('company_id', '=', this.tenant.companyId)
      .where('brand_id', '=', id)
      .where('version', '>', version)
      .orderBy('version')
      .execute();
    return rows.map(({ at, by, fields }) => ({ at: moment(at), by: by ?? null, fields }));
  }

  async version(id: string, version: number): Promise<BrandVersion | null> {
    const row = await this.db
      .selectFrom('brand_version')
      .selectAll()
      .where('company_id', '=', this.tenant.companyId)
      .where('brand_id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (row === undefined || row.draft === null) return null;
    return {
      version,
      draft: row.draft as BrandDraft,
      page: row.page as BrandPage,
      texts: row.texts as PublishedBrand['texts'],
    };
  }

  async publish(
    id: string,
    { version, draft, page, texts }: BrandVersion,
    published: Parameters<BrandDraftRepository['publish']>[2],
  ): Promise<void> {
    const { companyId } = this.tenant;
    const { sender } = draft;
    if (sender === null) throw new Error('A brand without a sender cannot be published.');
    await this.db
      .insertInto('brand_version')
      .values({
        company_id: companyId,
        brand_id: id,
        version,
        page: json(page),
        texts: json(texts),
        draft: json(draft),
        published_at: published.at,
        published_by: published.by,
        rolled_back_to: published.rolledBackTo,
      })
      .execute();
    await sql`
      update dealer set reminder_after_days = ${draft.reminderDays}
      from brand b
      where b.company_id = ${companyId} and b.id = ${id} and dealer.company_id = ${companyId} and dealer.brand_id = ${id}
        and dealer.reminder_after_days is not distinct from b.reminder_days`.execute(this.db);
    await this.brand(id)
      .set({
        name: draft.name,
        published_version: version,
        link_origin: draft.linkOrigin,
        link_life_days: draft.linkLifeDays,
        reminder_days: draft.reminderDays,
        sender_kind: sender.kind,
        sender_value: valueOf(sender),
        language: draft.language,
        confirmation_text: draft.confirmationText,
        confirm_by_reply: draft.confirmByReply,
      })
      .execute();
    await this.db
      .updateTable('company_sender')
      .set({ brand_id: id })
      .where('company_id', '=', companyId)
      .where('value', '=', valueOf(sender))
      .execute();
  }

  async changeKey(id: string, brandKey: string, at: Date): Promise<boolean> {
    if (!(await this.takeKey(id, brandKey, at))) return false;
    await this.brand(id).set({ brand_key: brandKey }).execute();
    return true;
  }

  async saveLinkHost(id: string, check: LinkHostCheck): Promise<void> {
    await this.brand(id)
      .set({ link_host: check.kind === 'not_checked' ? null : json(check) })
      .execute();
  }

  async markLive(...[id, version, build, at]: Parameters<BrandDraftRepository['markLive']>): Promise<void> {
    await this.brand(id)
      .set({ live_version: version, live_build: build, live_at: at })
      .where((where) => where.or([where('live_version', 'is', null), where('live_version', '<=', version)]))
      .execute();
  }

  async assign(dealerId: string, brandId: string): Promise<boolean> {
    const { companyId } = this.tenant;
    const changed = await this.db
      .updateTable('dealer')
      .set({ brand_id: brandId })
      .where('company_id', '=', companyId)
      .where('id', '=', dealerId)
      .where((where) =>
        where.exists(
          where
            .selectFrom('brand')
            .select('brand.id')
            .where('brand.company_id', '=', companyId)
            .where('brand.id', '=', brandId)
            .where('brand.published_version', '>', 0),
        ),
      )
      .returning('id')
      .executeTakeFirst();
    if (changed === undefined) return false;
    // Whoever stopped the texts of this dealer's earlier brand has stopped this dealer's texts.
    await sql`
      insert into opt_out (company_id, brand_id, phone, opted_out, source, at, heard_at)
      select o.company_id, ${brandId}, o.phone, true, o.source, o.at, o.heard_at
      from opt_out o
      where o.company_id = ${companyId} and o.brand_id <> ${brandId} and o.opted_out
        and exists (select from text_message t
          where t.company_id = o.company_id and t.dealer_id = ${dealerId} and t.brand_id = o.brand_id and t.phone = o.phone)
      on conflict (company_id, brand_id, phone) do nothing`.execute(this.db);
    return true;
  }

  async senders(): Promise<readonly CompanySender[]> {
    const rows = await this.db
      .selectFrom('company_sender as sender')
      .leftJoin('brand', (join) =>
        join
          .onRef('brand.company_id', '=', 'sender.company_id')
          .onRef('brand.sender_value', '=', 'sender.value')
          .on('brand.published_version', '>', 0),
      )
      .select(['sender.kind', 'sender.value', 'sender.numbers', 'brand.id', 'brand.name'])
      .where('sender.company_id', '=', this.tenant.companyId)
      .orderBy('sender.added_at')
      .orderBy('sender.value')
      .execute();
    return rows.map(({ kind, value, numbers, id, name }) => ({
      sender: senderOf(kind, value),
      numbers,
      usedBy: id === null || name === null ? null : { brandId: id, name },
    }));
  }

  async addAsset(...[asset, added]: Parameters<BrandDraftRepository['addAsset']>): Promise<void> {
    await this.db
      .insertInto('brand_asset')
      .values({
        company_id: this.tenant.companyId,
        id: asset.id,
        kind: asset.kind,
        file: asset.file,
        card_photo: asset.cardPhoto,
        bytes: asset.bytes,
        width: asset.width,
        height: asset.height,
        seconds: asset.seconds,
        logo: asset.logo === null ? null : json(asset.logo),
        name: asset.name,
        added_by: added.by,
        added_at: added.at,
      })
      .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
      .execute();
  }

  async assets(ids: readonly string[]): Promise<ReadonlyMap<string, BrandAsset>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db
      .selectFrom('brand_asset')
      .selectAll()
      .where('company_id', '=', this.tenant.companyId)
      .where('id', 'in', [...ids])
      .execute();
    return new Map(
      rows.map((row) => [
        row.id,
        {
          id: row.id,
          kind: row.kind as BrandAsset['kind'],
          file: row.file,
          bytes: row.bytes,
          width: row.width ?? null,
          height: row.height ?? null,
          seconds: row.seconds ?? null,
          logo: (row.logo ?? null) as BrandAsset['logo'],
          cardPhoto: row.card_photo ?? null,
        },
      ]),
    );
  }

  /** True where the key is this brand's from now on, or was before. */
  private async takeKey(id: string, brandKey: string, at: Date): Promise<boolean> {
    const { companyId } = this.tenant;
    await this.db
      .insertInto('brand_key')
      .values({ brand_key: brandKey, company_id: companyId, brand_id: id, taken_at: at })
      .onConflict((conflict) => conflict.column('brand_key').doNothing())
      .execute();
    const own = await this.db
      .selectFrom('brand_key')
      .select('brand_key')
      .where('company_id', '=', companyId)
      .where('brand_key', '=', brandKey)
      .where('brand_id', '=', id)
      .executeTakeFirst();
    return own !== undefined;
  }

  private brand(id: string) {
    return this.db.updateTable('brand').where('company_id', '=', this.tenant.companyId).where('id', '=', id);
  }
}
