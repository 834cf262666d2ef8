import { moment, type ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { PlatformCompany } from '../companies.schemas.ts';

/** What support sees of a company, read as its tenant; null where there is none. */
export const readPlatformCompany = (
  database: ReadDatabase,
  companyId: string,
): Promise<PlatformCompany | null> =>
  database.read({ companyId, dealerId: null }, async (db) => {
    const company = await db
      .selectFrom('company')
      .select(['id', 'name', 'created_at'])
      .where('id', '=', companyId)
      .select((select) => [
        select
          .selectFrom('dealer')
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .where('dealer.company_id', '=', companyId)
          .as('dealers'),
        select
          .selectFrom('site_standing')
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .where('site_standing.company_id', '=', companyId)
          .where('site_standing.archived', '=', false)
          .as('sites'),
        select
          .selectFrom('site_standing')
          .select(({ fn }) => fn.sum<string>('site_standing.contacts').as('sum'))
          .where('site_standing.company_id', '=', companyId)
          .where('site_standing.archived', '=', false)
          .as('contacts'),
        select
          .selectFrom('membership')
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .where('membership.company_id', '=', companyId)
          .where('membership.role', '=', 'company_admin')
          .as('admins'),
        select
          .selectFrom('invitation')
          .select('invitation.email')
          .where('invitation.company_id', '=', companyId)
          .where('invitation.role', '=', 'company_admin')
          .where('invitation.accepted_at', 'is', null)
          .where('invitation.revoked_at', 'is', null)
          .orderBy('invitation.created_at', 'desc')
          .limit(1)
          .as('invited'),
      ])
      .executeTakeFirst();
    if (company === undefined) return null;
    const brands = await db
      .selectFrom('brand')
      .select(['id', 'name', 'brand_key', 'published_version', 'sender_value'])
      .where('company_id', '=', companyId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const senders = await db
      .selectFrom('company_sender')
      .select(['kind', 'value', 'numbers'])
      .where('company_id', '=', companyId)
      .orderBy('added_at')
      .orderBy('value')
      .execute();
    const published = brands.filter((brand) => brand.published_version > 0);
    return {
      id: company.id,
      name: company.name,
      createdAt: moment(company.created_at).toISOString(),
      dealers: Number(company.dealers ?? 0),
      sites: Number(company.sites ?? 0),
      contacts: Number(company.contacts ?? 0),
      admins: Number(company.admins ?? 0),
      invited: company.invited,
      brands: brands.map(({ id, name, brand_key: brandKey, published_version: version }) => ({
        id,
        name,
        brandKey,
        published: version > 0,
      })),
      senders: senders.map(({ kind, value, numbers }) => ({
        kind: kind === 'number' ? 'number' : 'messaging_service',
        value,
        numbers,
        usedBy: published.find((brand) => brand.sender_value === value)?.name ?? null,
      })),
    };
  });
