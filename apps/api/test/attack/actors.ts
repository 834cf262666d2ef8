import { randomUUIDv7 } from 'node:crypto';
import { openAuth } from '../../src/adapters/identity/auth.ts';
import { BetterAuthIdentities } from '../../src/adapters/identity/better-auth-identities.ts';
import { DEMO } from '../../src/demo/demo-company.ts';
import { keyMay, roleMay, SCOPES, type Scope } from '../../src/ports/permissions.ts';
import { addApiKey, addCompany, addDealer, type Tenant } from '../support/tenants.ts';
import { SECOND_SENDER, type World } from '../support/world.ts';
import type { ApiRoute } from './api-routes.ts';

/** What is to be answered: let in, or refused with this status. */
type Expected = 'in' | 401 | 403 | 404;

/** Somebody who tries a route. */
export interface Actor {
  readonly name: string;
  headers(route: ApiRoute): Promise<Record<string, string>>;
  expected(route: ApiRoute): Expected;
}

/** Routes that are opened by a token of their own: everybody else's credentials are no such token. */
const isByToken = ({ access }: ApiRoute): boolean => access?.kind === 'link' || access?.kind === 'invitation';

/** What the permission table says about a person. */
const expectedOf = (
  { access }: ApiRoute,
  roles: { readonly dealer?: 'dealer_admin' | 'dealer_user' | 'company_admin'; readonly support?: true },
): Expected => {
  const action = access?.action;
  if (action === undefined) return 403;
  switch (access?.kind) {
    case 'self':
      return 'in';
    case 'dealer':
      return roles.dealer !== undefined && roleMay(roles.dealer, action) ? 'in' : 403;
    case 'company':
      return roles.dealer === 'company_admin' && roleMay('company_admin', action) ? 'in' : 403;
    case 'platform':
      return roles.support === true && roleMay('support', action) ? 'in' : 403;
    case 'link':
    case 'invitation':
    case 'provider':
    case 'everybody':
    case undefined:
      return 403;
  }
};

const scopeOf = ({ access }: ApiRoute): Scope | null =>
  access?.action !== undefined && keyMay(null, access.action) ? (access.action as Scope) : null;

/** A person of another company with every role there is in one: acts for ours only by naming it. */
const addStranger = async (world: World, tenant: Tenant): Promise<string> => {
  const { accountMaker, pool } = openAuth(world.settings.databaseUrl, world.settings);
  const email = 'stranger@elsewhere.example';
  try {
    const account = { email, name: 'Stranger', password: world.access.signIn.password, language: null };
    const made = await new BetterAuthIdentities(accountMaker, pool).create(account);
    if (!('person' in made)) throw new Error(`The stranger is refused: ${made.refusal}.`);
    for (const [dealerId, role] of [
      [tenant.dealerId, 'dealer_admin'],
      [null, 'company_admin'],
    ]) {
      await world.database.query(
        `insert into membership (id, company_id, dealer_id, user_id, role, created_at) values ($1, $2, $3, $4, $5, now())`,
        [randomUUIDv7(), tenant.companyId, dealerId, made.person.id, role],
      );
    }
  } finally {
    await pool.end();
  }
  return email;
};

/** Everybody who attacks, and their tenants. */
export interface Cast {
  readonly actors: readonly Actor[];
  readonly stranger: Tenant;
  /** Another dealer of our company. */
  readonly sibling: Tenant;
  /** Headers of the stranger, naming nothing of ours. */
  strangerHeaders(): Promise<Record<string, string>>;
}

/** @param linkToken of a contact of ours @param invitationToken of an open invitation of ours */
export const gather = async (
  world: World,
  tokens: { readonly link: string; readonly invitation: string },
): Promise<Cast> => {
  const { robin, jamie, casey, sam } = DEMO.people;
  const ours = { companyId: DEMO.companyId, dealerId: DEMO.dealerId };
  const stranger = await addCompany(world, SECOND_SENDER);
  const strangersEmail = await addStranger(world, stranger);
  const revoked = await addApiKey(world, ours, { revoked_at: '2026-01-01' });
  const expired = await addApiKey(world, ours, { expires_at: '2026-01-01' });
  const keys = new Map<Scope | null, string>();
  const others = (scope: Scope | null) => SCOPES.filter((one) => one !== scope);
  for (const scope of [null, ...SCOPES])
    keys.set(scope, await addApiKey(world, ours, { scopes: others(scope) }));

  const person = async (email: string, more: Record<string, string> = {}) => ({
    cookie: await world.sessionOf(email),
    ...more,
  });
  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const byToken = (route: ApiRoute, otherwise: Expected): Expected => (isByToken(route) ? 404 : otherwise);

  const actors: Actor[] = [
    {
      name: 'nobody',
      headers: async () => ({}),
      expected: (route) => byToken(route, 401),
    },
    {
      name: 'dealer user',
      headers: () => person(jamie.email),
      expected: (route) => byToken(route, expectedOf(route, { dealer: 'dealer_user' })),
    },
    {
      name: 'dealer admin',
      headers: () => person(robin.email),
      expected: (route) => byToken(route, expectedOf(route, { dealer: 'dealer_admin' })),
    },
    {
      name: 'company admin',
      headers: () => person(casey.email, { 'keyholder-dealer': DEMO.dealerId }),
      expected: (route) => byToken(route, expectedOf(route, { dealer: 'company_admin' })),
    },
    {
      name: 'support',
      headers: () => person(sam.email),
      expected: (route) => byToken(route, expectedOf(route, { support: true })),
    },
    {
      name: 'stranger who names us',
      headers: () =>
        person(strangersEmail, {
          'keyholder-dealer': DEMO.dealerId,
          'keyholder-company': DEMO.companyId,
        }),
      expected: (route) => byToken(route, expectedOf(route, {})),
    },
    {
      name: 'API key',
      headers: async () => bearer(world.access.apiKey),
      expected: (route) => byToken(route, scopeOf(route) === null ? 403 : 'in'),
    },
    {
      name: 'API key without the scope',
      headers: async (route) => bearer(keys.get(scopeOf(route)) ?? ''),
      expected: (route) => byToken(route, 403),
    },
    {
      name: 'revoked API key',
      headers: async () => bearer(revoked),
      expected: (route) => byToken(route, 401),
    },
    {
      name: 'expired API key',
      headers: async () => bearer(expired),
      expected: (route) => byToken(route, 401),
    },
    {
      name: 'link token',
      headers: async () => bearer(tokens.link),
      expected: ({ access }) => (access?.kind === 'link' ? 'in' : access?.kind === 'invitation' ? 404 : 401),
    },
    {
      name: 'invitation token',
      headers: async () => bearer(tokens.invitation),
      expected: ({ access }) => (access?.kind === 'invitation' ? 'in' : access?.kind === 'link' ? 404 : 401),
    },
  ];
  const sibling = await addDealer(world);
  return { actors, stranger, sibling, strangerHeaders: () => person(strangersEmail) };
};
