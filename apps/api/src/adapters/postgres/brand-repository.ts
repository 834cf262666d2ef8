import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import type { BrandRepository, PublishedBrand, QueueStop } from '@keyholder/domain/branding/brand-repository';
import type { Locale } from '@keyholder/domain/branding/locale';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import {
  needsAnswerFirst,
  QUEUE_STOP_CAUSES,
  replacesStop,
  type QueueStopCause,
} from '@keyholder/domain/welcome/queue-stop';
import { sql, type Kysely, type Selectable } from 'kysely';
import { senderOf } from './brand-draft-repository.ts';
import { gathered, inOrderOf } from './gathered.ts';
import { moment } from './moment.ts';
import type { Tables } from './rows/index.ts';

const queueStopOf = (row: Selectable<Tables['brand']>): QueueStop | null =>
  row.queue_stopped_reason === null || row.queue_stopped_at === null
    ? null
    : {
        cause: row.queue_stopped_reason as QueueStopCause,
        providerCode: row.queue_stopped_code,
        since: moment(row.queue_stopped_at),
        probeTextId: row.queue_probe_text_id,
        probes: row.queue_probes,
        nextProbeAt: moment(row.queue_next_probe_at ?? row.queue_stopped_at),
        answeredAt: row.queue_answered_at === null ? null : moment(row.queue_answered_at),
      };

/** What pages that were published by an earlier program lack. */
const EARLIER_PAGE: Pick<BrandPage, 'card' | 'scheme' | 'corners'> = {
  card: null,
  scheme: 'auto',
  corners: 'round',
};

/** Stops after which a text is let through only once the provider has answered. */
const NEED_ANSWER = QUEUE_STOP_CAUSES.filter(needsAnswerFirst);

export class PostgresBrandRepository implements BrandRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  async ofDealer(dealerId: string): Promise<{ readonly brand: PublishedBrand; readonly dealerName: string }> {
    const { brand, dealerName } = await this.findOfDealer(dealerId);
    if (brand === null) throw new Error('A dealer has a brand that was never published.');
    return { brand, dealerName };
  }

  async findOfDealer(
    dealerId: string,
  ): Promise<{ readonly brand: PublishedBrand | null; readonly dealerName: string }> {
    const dealer = await this.db
      .selectFrom('dealer')
      .select(['brand_id', 'name'])
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', dealerId)
      .executeTakeFirstOrThrow();
    return { brand: await this.byId(dealer.brand_id), dealerName: dealer.name };
  }

  /** Those who ask for the same brand in the same moment get the same answer. */
  readonly byId = gathered(async (ids: readonly string[]) => {
    const brands = await Promise.all([...new Set(ids)].map((id) => this.load(id)));
    const found = brands.filter((brand) => brand !== null);
    return inOrderOf(ids, found, { id: ({ id }) => id, answer: (brand) => brand });
  });

  private async load(id: string): Promise<PublishedBrand | null> {
    const row = await this.db
      .selectFrom('brand')
      .innerJoin('brand_version as published', (join) =>
        join
          .onRef('published.company_id', '=', 'brand.company_id')
          .onRef('published.brand_id', '=', 'brand.id')
          .onRef('published.version', '=', 'brand.published_version'),
      )
      .selectAll('brand')
      .select([
        'published.page',
        'published.texts',
        sql<string[]>`array(select k.brand_key from brand_key k
          where k.company_id = brand.company_id and k.brand_id = brand.id and k.brand_key <> brand.brand_key
          order by k.brand_key)`.as('former_keys'),
      ])
      .where('brand.company_id', '=', this.tenant.companyId)
      .where('brand.id', '=', id)
      .executeTakeFirst();
    if (row === undefined || row.sender_value === null) return null;
    return {
      id: row.id,
      brandKey: row.brand_key,
      formerKeys: row.former_keys,
      name: row.name,
      version: row.published_version,
      linkOrigin: row.link_origin,
      linkLifeDays: row.link_life_days,
      reminderDays: row.reminder_days ?? null,
      sender: senderOf(row.sender_kind ?? '', row.sender_value),
      language: row.language as Locale,
      confirmationText: row.confirmation_text,
      confirmByReply: row.confirm_by_reply,
      providerAnswersKeywords: row.provider_answers_keywords,
      queueStop: queueStopOf(row),
      unanswered: row.unanswered,
      texts: row.texts as PublishedBrand['texts'],
      page: { ...EARLIER_PAGE, ...(row.page as BrandPage), brandKey: row.brand_key },
    };
  }

  async stopQueue(id: string, stop: Parameters<BrandRepository['stopQueue']>[1]): Promise<boolean> {
    const { numUpdatedRows } = await this.brand(id)
      .set({
        queue_stopped_reason: stop.cause,
        queue_stopped_code: stop.providerCode,
        queue_stopped_at: stop.since,
        queue_probe_text_id: null,
        queue_probes: 0,
        queue_next_probe_at: stop.nextProbeAt,
        queue_answered_at: null,
      })
      .where((where) =>
        where.or([
          where('queue_stopped_at', 'is', null),
          ...QUEUE_STOP_CAUSES.filter((present) => replacesStop(present, stop.cause)).map((present) =>
            where('queue_stopped_reason', '=', present),
          ),
        ]),
      )
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async countUnanswered(id: string): Promise<number> {
    const row = await this.brand(id)
      .set({ unanswered: sql<number>`unanswered + 1` })
      .returning('unanswered')
      .executeTakeFirst();
    return row?.unanswered ?? 0;
  }

  async forgetUnanswered(id: string): Promise<void> {
    await this.brand(id).set({ unanswered: 0 }).where('unanswered', '>', 0).execute();
  }

  async repliesSeenUntil(id: string): Promise<Date> {
    const row = await this.db
      .selectFrom('brand')
      .select(['replies_seen_until', 'created_at'])
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return moment(row.replies_seen_until ?? row.created_at);
  }

  async noteRepliesSeen(id: string, until: Date): Promise<void> {
    await this.brand(id)
      .set({ replies_seen_until: sql<Date>`greatest(replies_seen_until, ${until}::timestamptz)` })
      .execute();
  }

  async takeQuestion(
    id: string,
    { at, nextProbeAt }: Parameters<BrandRepository['takeQuestion']>[1],
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.brand(id)
      .set({
        queue_probes: sql<number>`queue_probes + 1`,
        queue_next_probe_at: nextProbeAt,
        queue_answered_at: null,
      })
      .where('queue_stopped_reason', 'in', NEED_ANSWER)
      .where('queue_next_probe_at', '<=', at)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async noteAnswer(id: string, at: Date): Promise<void> {
    await this.brand(id)
      .set({ queue_answered_at: at })
      .where('queue_stopped_reason', 'in', NEED_ANSWER)
      .execute();
  }

  async useAnswer(id: string, textId: string): Promise<boolean> {
    const { numUpdatedRows } = await this.brand(id)
      .set({ queue_probe_text_id: textId, queue_answered_at: null })
      .where('queue_stopped_reason', 'in', NEED_ANSWER)
      .where('queue_answered_at', 'is not', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async takeProbe(id: string, probe: Parameters<BrandRepository['takeProbe']>[1]): Promise<boolean> {
    const { numUpdatedRows } = await this.brand(id)
      .set({
        queue_probe_text_id: probe.textId,
        queue_probes: sql<number>`queue_probes + 1`,
        queue_next_probe_at: probe.nextProbeAt,
      })
      .where('queue_stopped_reason', 'not in', NEED_ANSWER)
      .where('queue_next_probe_at', '<=', probe.at)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async resumeQueue(id: string): Promise<boolean> {
    const { numUpdatedRows } = await this.brand(id)
      .set({
        queue_stopped_reason: null,
        queue_stopped_code: null,
        queue_stopped_at: null,
        queue_probe_text_id: null,
        queue_probes: 0,
        queue_next_probe_at: null,
        queue_answered_at: null,
        unanswered: 0,
      })
      .where('queue_stopped_at', 'is not', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  private brand(id: string) {
    return this.db.updateTable('brand').where('company_id', '=', this.tenant.companyId).where('id', '=', id);
  }
}
