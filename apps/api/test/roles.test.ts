import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO } from '../src/demo/demo-company.ts';
import { addDealer, everything, type Tenant } from './support/tenants.ts';
import { SECOND_SENDER, World, type Answer } from './support/world.ts';
import { addCompany } from './support/tenants.ts';

const { robin, jamie, casey, sam } = DEMO.people;
const NORTH = { id: DEMO.dealerId, name: DEMO.dealer };
const SOUTH = { id: DEMO.otherDealer.id, name: DEMO.otherDealer.name };
const COMPANY = { id: DEMO.companyId, name: DEMO.company };

describe('people of each role', () => {
  let world: World;
  let stranger: Tenant;
  beforeAll(async () => {
    world = await World.start();
    stranger = await addCompany(world, SECOND_SENDER);
  });
  afterAll(() => world.stop());

  const ask = async <T>(
    who: { readonly email: string },
    address: string,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> =>
    world.request<T>('GET', `/api/v1${address}`, { cookie: await world.sessionOf(who.email), ...headers });

  it('the dealer’s admin and user act for their only dealer', async () => {
    for (const [who, role] of [
      [robin, 'dealer_admin'],
      [jamie, 'dealer_user'],
    ] as const) {
      const { body } = await ask<Schemas['Me']>(who, '/me');
      expect(body).toMatchObject({ role, dealer: NORTH, company: COMPANY, companies: [], support: false });
      expect(body.dealers).toEqual([{ ...NORTH, role, company: COMPANY }]);
      expect(body.brand).toEqual({ name: DEMO.brand.name, brandKey: DEMO.brand.key });
      expect(body.actions).toContain('contacts:write');
      expect(body.actions.includes('people:manage')).toBe(role === 'dealer_admin');
    }
  });

  it('the company’s admin may act for each of its dealers, and says for which', async () => {
    const undecided = (await ask<Schemas['Me']>(casey, '/me')).body;
    expect(undecided).toMatchObject({ role: 'company_admin', dealer: null, company: COMPANY });
    expect(undecided.dealers.map(({ id, role }) => [id, role])).toEqual([
      [NORTH.id, 'company_admin'],
      [SOUTH.id, 'company_admin'],
    ]);
    expect(undecided.actions).toContain('brands:write');
    expect(undecided.actions).not.toContain('contacts:read');

    const needed = await ask<Schemas['Problem']>(casey, '/sites');
    expect(needed.status).toBe(400);
    expect(needed.body).toMatchObject({ code: 'dealer-needed', errors: [{ field: 'Keyholder-Dealer' }] });

    const south = { 'keyholder-dealer': SOUTH.id };
    const decided = (await ask<Schemas['Me']>(casey, '/me', south)).body;
    expect(decided).toMatchObject({ dealer: SOUTH, role: 'company_admin' });
    expect(decided.actions).toEqual(expect.arrayContaining(['contacts:read', 'brands:write']));
    const sites = await ask<Schemas['SitePage']>(casey, '/sites', south);
    expect(sites.body.items.map(({ id }) => id)).toEqual([DEMO.otherDealer.site.id]);
  });

  it('another’s dealer cannot be named, whoever names it', async () => {
    await world.listsHaveCaughtUp();
    // Who signs in for the first time is known by their language from then on.
    await world.sessionOf(sam.email);
    const before = await everything(world);
    for (const who of [robin, jamie, casey, sam]) {
      const theirs = { 'keyholder-dealer': stranger.dealerId };
      const answer = await ask<Schemas['Problem']>(who, '/sites', theirs);
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe('dealer-not-yours');
      const me = await ask<Schemas['Me']>(who, '/me', theirs);
      expect(me.body.dealer).toBeNull();
    }
    const sibling = await ask<Schemas['Problem']>(robin, '/sites', { 'keyholder-dealer': SOUTH.id });
    expect(sibling.body.code).toBe('dealer-not-yours');
    const byKey = await world.request<Schemas['Problem']>('GET', '/api/v1/sites', {
      authorization: `Bearer ${world.access.apiKey}`,
      'keyholder-dealer': SOUTH.id,
    });
    expect(byKey.body.code).toBe('dealer-not-yours');
    const after = await everything(world);
    expect({ ...after, 'auth.session': [] }).toEqual({ ...before, 'auth.session': [] });
  });

  it('what is no id of a dealer is refused by name', async () => {
    const answer = await ask<Schemas['Problem']>(casey, '/sites', { 'keyholder-dealer': 'north' });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ field: 'Keyholder-Dealer', accepted: 'a UUID' }]);
  });

  it('the stream of changes takes the dealer in its address', async () => {
    const cookie = await world.sessionOf(casey.email);
    const open = async (query: string): Promise<number> => {
      const ends = new AbortController();
      const { status } = await fetch(`${world.url}/api/v1/events${query}`, {
        headers: { cookie },
        signal: ends.signal,
      });
      ends.abort();
      return status;
    };
    expect(await open(`?dealer=${SOUTH.id}`)).toBe(200);
    expect(await open(`?dealer=${stranger.dealerId}`)).toBe(403);
    expect(await open('')).toBe(400);
  });

  it('support belongs to no tenant', async () => {
    const { body } = await ask<Schemas['Me']>(sam, '/me');
    expect(body).toMatchObject({ role: 'support', dealer: null, company: null, dealers: [], support: true });
    expect(body.actions).toEqual(
      expect.arrayContaining(['account:read', 'support_cases:answer', 'companies:manage']),
    );
    expect((await ask(sam, '/sites')).status).toBe(403);
  });

  it('an API key knows its dealer', async () => {
    const { body } = await world.call<Schemas['Me']>('GET', '/me');
    expect(body).toMatchObject({ kind: 'api_key', role: 'dealer_admin', dealer: NORTH, email: null });
    expect(body.actions).not.toContain('people:manage');
  });

  it('somebody without any role is known, and may do nothing', async () => {
    const other = await addDealer(world);
    await world.database.query('delete from membership where dealer_id = $1', [other.dealerId]);
    await world.database.query(
      `update membership set user_id = user_id || '-gone' where role = 'dealer_user' and dealer_id = $1`,
      [NORTH.id],
    );
    const me = await ask<Schemas['Me']>(jamie, '/me');
    expect(me.body).toMatchObject({
      role: null,
      dealer: null,
      dealers: [],
      actions: ['account:read', 'account:write'],
    });
    expect((await ask(jamie, '/sites')).status).toBe(403);
  });

  it('the application can make nobody a supporter', async () => {
    const [rights] = await world.database.query<{ any: boolean }>(
      `select has_any_column_privilege('keyholder_app', 'platform_member', 'select, insert, update') or
         has_table_privilege('keyholder_app', 'platform_member', 'select, insert, update, delete') as any`,
    );
    expect(rights).toEqual({ any: false });
  });
});
