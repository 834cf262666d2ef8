import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Identity, Membership } from '../../ports/caller.ts';
import { keyMay, PERMISSIONS, roleMay, type Role } from '../../ports/permissions.ts';
import type { Me } from '../accounts.schemas.ts';

/** Who asks, what for, and for whom else they could. */
export class GetMe extends Query<Me> {
  /** @param dealerId the dealer that the request names */
  constructor(
    readonly identity: Identity,
    readonly dealerId: string | null,
  ) {
    super();
  }
}

/** A dealer that can be acted for, with what is shown of it. */
type Place = Me['dealers'][number] & { readonly brand: { readonly name: string; readonly brandKey: string } };

const RANK: readonly Role[] = ['company_admin', 'dealer_admin', 'dealer_user'];

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name.localeCompare(other.name, 'en');

/** Of several roles at one dealer, the mightiest. */
const eachOnce = (places: readonly Place[]): Place[] => {
  const mightiest = places.toSorted((one, other) => RANK.indexOf(one.role) - RANK.indexOf(other.role));
  return [...new Map(mightiest.toReversed().map((place) => [place.id, place])).values()].toSorted(byName);
};

@QueryHandler(GetMe)
export class GetMeHandler implements IQueryHandler<GetMe> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ identity, dealerId }: GetMe): Promise<Me> {
    const found = await Promise.all(identity.memberships.map((membership) => this.placesOf(membership)));
    const places = eachOnce(found.flatMap(({ dealers }) => dealers));
    const companies = found.flatMap(({ administers }) => administers).toSorted(byName);
    const support = identity.memberships.some(({ role }) => role === 'support');
    const acted =
      dealerId === null && places.length === 1 ? places[0] : places.find(({ id }) => id === dealerId);
    const company = acted?.company ?? (companies.length === 1 ? companies[0] : undefined);
    const administers = companies.some(({ id }) => id === company?.id);
    const role = acted?.role ?? (administers ? 'company_admin' : support ? 'support' : null);
    const roles: readonly (readonly [Role | null, string])[] = [
      [acted?.role ?? null, 'dealer'],
      [administers ? 'company_admin' : null, 'company'],
      [support ? 'support' : null, 'platform'],
    ];
    return {
      name: identity.name,
      email: identity.email,
      kind: identity.kind,
      role,
      dealer: acted === undefined ? null : { id: acted.id, name: acted.name },
      company: company ?? null,
      brand: acted?.brand ?? null,
      actions: PERMISSIONS.filter(
        ({ action, level }) =>
          (identity.kind === 'person' || keyMay(identity.scopes, action)) &&
          (level === 'self' || roles.some(([as, at]) => as !== null && at === level && roleMay(as, action))),
      ).map(({ action }) => action),
      dealers: places.map(({ brand: _, ...place }) => place),
      companies,
      support,
    };
  }

  private async placesOf(
    membership: Membership,
  ): Promise<{ readonly dealers: readonly Place[]; readonly administers: Me['companies'] }> {
    if (membership.role === 'support') return { dealers: [], administers: [] };
    const { role, companyId } = membership;
    const tenant = { companyId, dealerId: membership.role === 'company_admin' ? null : membership.dealerId };
    const { company, rows } = await this.database.read(tenant, async (db) => ({
      company: await db
        .selectFrom('company')
        .select(['id', 'name'])
        .where('id', '=', companyId)
        .executeTakeFirstOrThrow(),
      rows: await db
        .selectFrom('dealer')
        .innerJoin('brand', (join) =>
          join.onRef('brand.company_id', '=', 'dealer.company_id').onRef('brand.id', '=', 'dealer.brand_id'),
        )
        .select(['dealer.id', 'dealer.name', 'brand.name as brand_name', 'brand.brand_key'])
        .where('dealer.company_id', '=', companyId)
        .$if(tenant.dealerId !== null, (query) => query.where('dealer.id', '=', tenant.dealerId))
        .execute(),
    }));
    return {
      dealers: rows.map(({ id, name, brand_name, brand_key }) => ({
        id,
        name,
        role,
        company,
        brand: { name: brand_name, brandKey: brand_key },
      })),
      administers: role === 'company_admin' ? [company] : [],
    };
  }
}
