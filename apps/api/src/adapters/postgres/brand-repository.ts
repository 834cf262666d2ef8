import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import type { BrandRepository, PublishedBrand } from '@keyholder/domain/branding/brand-repository';
import type { Locale } from '@keyholder/domain/branding/locale';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { Kysely } from 'kysely';
import type { Tables } from './rows/index.ts';

export class PostgresBrandRepository implements BrandRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant,
  ) {}

  async ofDealer(dealerId: string): Promise<{ readonly brand: PublishedBrand; readonly dealerName: string }> {
    const dealer = await this.db
      .selectFrom('dealer')
      .select(['brand_id', 'name'])
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', dealerId)
      .executeTakeFirstOrThrow();
    const brand = await this.byId(dealer.brand_id);
    if (brand === null) throw new Error('A dealer has a brand that was never published.');
    return { brand, dealerName: dealer.name };
  }

  async byId(id: string): Promise<PublishedBrand | null> {
    const row = await this.db
      .selectFrom('brand')
      .innerJoin('brand_version as published', (join) =>
        join
          .onRef('published.company_id', '=', 'brand.company_id')
          .onRef('published.brand_id', '=', 'brand.id')
          .onRef('published.version', '=', 'brand.published_version'),
      )
      .selectAll('brand')
      .select(['published.page', 'published.texts'])
      .where('brand.company_id', '=', this.tenant.companyId)
      .where('brand.id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return null;
    return {
      id: row.id,
      brandKey: row.brand_key,
      name: row.name,
      version: row.published_version,
      linkOrigin: row.link_origin,
      linkLifeDays: row.link_life_days,
      sender:
        row.sender_kind === 'messaging_service'
          ? { kind: 'messaging_service', sid: row.sender_value }
          : { kind: 'number', e164: row.sender_value },
      language: row.language as Locale,
      confirmationText: row.confirmation_text,
      confirmByReply: row.confirm_by_reply,
      providerAnswersKeywords: row.provider_answers_keywords,
      queueStopped: row.queue_stopped_reason !== null,
      texts: row.texts as PublishedBrand['texts'],
      page: row.page as BrandPage,
    };
  }
}
