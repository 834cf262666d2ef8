import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import type { Caller, CompanyCaller, Identity, Membership, Supporter } from '../ports/caller.ts';
import { badRequest, forbidden, type ProblemError } from './problem.ts';

/** Header that names the dealer to act for; needed only by people who may act for several. */
export const DEALER_HEADER = 'keyholder-dealer';
/** Header that names the company to act for; needed only by people who administer several. */
export const COMPANY_HEADER = 'keyholder-company';

const who = ({ kind, id, name, email, scopes, from }: Identity) => ({ kind, id, name, email, scopes, from });

const dealersOf = (membership: Membership): readonly string[] => {
  switch (membership.role) {
    case 'support':
      return [];
    case 'company_admin':
      return membership.dealerIds;
    case 'dealer_admin':
    case 'dealer_user':
      return [membership.dealerId];
  }
};

type AtCompany = Exclude<Membership, { role: 'support' }>;
/** The mightiest first, where somebody has several memberships at one dealer. */
const RANK = { company_admin: 0, dealer_admin: 1, dealer_user: 2 } as const;

/** Every dealer at which somebody may work, with the role there; each once. */
const placesOf = ({ memberships }: Identity): ReadonlyMap<string, AtCompany> => {
  const places = memberships
    .filter((membership) => membership.role !== 'support')
    .toSorted((one, other) => RANK[one.role] - RANK[other.role])
    .flatMap((membership) => dealersOf(membership).map((dealerId) => [dealerId, membership] as const));
  return new Map(places.toReversed());
};

const notYours = (header: string, what: 'dealer' | 'company'): ProblemError =>
  forbidden(
    `There is no such ${what}, or it is not yours. GET /api/v1/me lists those that can be named in "${header}".`,
    `${what}-not-yours`,
    'Not yours',
  );

const needed = (header: string, what: 'dealer' | 'company'): ProblemError =>
  badRequest(`${what}-needed`, `Which ${what}?`, `You may act for several: say for which.`, [
    {
      field: header,
      code: 'needed',
      message: `The header says which ${what} this is done for.`,
      accepted: `the id of one of those that GET /api/v1/me lists`,
    },
  ]);

/**
 * The dealer's caller that somebody is in this request.
 * @param dealerId the dealer that the request names; null: the only one there is
 * @param language in which they read
 * @throws ProblemError where it is not theirs, or they must say which
 */
export const actForDealer = (
  identity: Identity,
  dealerId: string | null,
  language: ReaderLanguage,
): Caller => {
  const places = placesOf(identity);
  const [only, another] = [...places];
  if (dealerId !== null && !places.has(dealerId)) throw notYours('Keyholder-Dealer', 'dealer');
  if (dealerId === null && only === undefined) throw forbidden('You work for no dealer.');
  if (dealerId === null && another !== undefined) throw needed('Keyholder-Dealer', 'dealer');
  const acted = dealerId ?? only?.[0] ?? '';
  const membership = places.get(acted);
  if (membership === undefined) throw new Error('A dealer that can be acted for has no membership.');
  const tenant = { companyId: membership.companyId, dealerId: acted };
  return { ...who(identity), role: membership.role, tenant, language };
};

/**
 * The company's caller that somebody is in this request.
 * @param named what the request names: a company, or a dealer, whose company is meant
 * @param language in which they read
 * @throws ProblemError where it is not theirs, or they must say which
 */
export const actForCompany = (
  identity: Identity,
  named: { readonly companyId: string | null; readonly dealerId: string | null },
  language: ReaderLanguage,
): CompanyCaller => {
  const own = identity.memberships.filter((membership) => membership.role === 'company_admin');
  const { companyId, dealerId } = named;
  const [only, another] = own;
  if (only === undefined) throw forbidden('You administer no company.');
  const chosen =
    companyId !== null
      ? own.find((membership) => membership.companyId === companyId)
      : dealerId !== null
        ? own.find((membership) => membership.dealerIds.includes(dealerId))
        : only;
  if (chosen === undefined) {
    throw companyId !== null
      ? notYours('Keyholder-Company', 'company')
      : notYours('Keyholder-Dealer', 'dealer');
  }
  if (companyId === null && dealerId === null && another !== undefined) {
    throw needed('Keyholder-Company', 'company');
  }
  const tenant = { companyId: chosen.companyId, dealerId: null };
  return { ...who(identity), role: 'company_admin', tenant, language };
};

/**
 * The supporter that somebody is.
 * @param language in which they read
 * @throws ProblemError where they are none
 */
export const actForPlatform = (identity: Identity, language: ReaderLanguage): Supporter => {
  if (!identity.memberships.some(({ role }) => role === 'support')) {
    throw forbidden('This is for the platform’s support.');
  }
  return { ...who(identity), role: 'support', tenant: null, language };
};
