import type { Schemas } from '@keyholder/api-client';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AS_APP } from '../../src/adapters/postgres/connection.ts';
import { Dealer } from '../support/dealer.ts';
import { addCompany, addContact, addDealer, addSite, type Tenant } from '../support/tenants.ts';
import { SECOND_SENDER, World } from '../support/world.ts';

type Found = Schemas['FoundSite'];

describe('finding a site among many', () => {
  let world: World;
  let dealer: Dealer;
  let market: Schemas['Site'];
  beforeAll(async () => {
    world = await World.start();
    dealer = new Dealer(world);
    market = await dealer.site({
      name: 'Élysée Market',
      accountNumber: 'RA-77.310',
      subscriberName: 'Noor Haddad',
      address: '41 Quarry Lane',
    });
    await dealer.adds(market.id, '+12125550171', { name: 'Zoë Kowalski' });
  });
  afterAll(() => world.stop());

  const search = async (query: string, more = ''): Promise<Found[]> => {
    await world.listsHaveCaughtUp();
    const answer = await world.call<Schemas['SitePage']>(
      'GET',
      `/sites?query=${encodeURIComponent(query)}${more}`,
    );
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.items;
  };
  const names = async (query: string, more = ''): Promise<string[]> =>
    (await search(query, more)).map(({ name }) => name);

  it.each(['elysee', 'MARKET élys', 'RA-77.310', '77310', 'haddad', 'quarry 41', 'qu'])(
    'finds it by its own %j, and says no contact',
    async (query) => {
      const [site, ...others] = await search(query);
      expect(others).toEqual([]);
      expect(site).toEqual({
        ...((await world.call('GET', `/sites/${market.id}`)).body as object),
        foundThrough: null,
      });
    },
  );

  it.each(['zoe kow', '(212) 555-0171', '+1 212 555 0171', '5550171', 'market kowalski'])(
    'finds it by %j of a contact, and says whose',
    async (query) => {
      const found = await search(query);
      expect(
        found.map(({ name, foundThrough }) => [name, foundThrough?.name, foundThrough?.phoneDisplay]),
      ).toEqual([['Élysée Market', 'Zoë Kowalski', '(212) 555-0171']]);
    },
  );

  it.each(['elysee bakery', 'lysé kow x', '%', '_', String.raw`\ `, '555-0179', "'; drop table site; --"])(
    'finds nothing by %j',
    async (query) => {
      expect(await names(query)).toEqual([]);
    },
  );

  it('follows every change: a name, a number, a removal, an archive', async () => {
    const site = await dealer.site({ name: 'Oldname Garage' });
    await dealer.asks('PATCH', `/sites/${site.id}`, 1, { name: 'Newname Garage' });
    expect([await names('oldname'), await names('newname')]).toEqual([[], ['Newname Garage']]);
    const { id } = await dealer.adds(site.id, '+12125550172', { name: 'Quentin Xu' });
    await dealer.asks('PATCH', `/contacts/${id}`, 1, { phone: '+12125550173' });
    expect([await names('5550172'), await names('5550173')]).toEqual([[], ['Newname Garage']]);
    await dealer.asks('DELETE', `/contacts/${id}`, 2);
    expect(await names('quentin')).toEqual([]);
    await world.call('POST', `/contacts/${id}/restore`);
    expect(await names('quentin')).toEqual(['Newname Garage']);
    await world.call('POST', `/sites/${site.id}/archive`);
    expect([await names('newname'), await names('newname', '&archived=true')]).toEqual([
      [],
      ['Newname Garage'],
    ]);
  });

  it('gives every site once, in pages, in the order of their names; a whole account number first', async () => {
    const made: string[] = [];
    for (const letter of ['c', 'A', 'b', 'é', 'D']) {
      made.push((await dealer.site({ name: `${letter} Pagefill`, accountNumber: `PG-${letter}` })).name);
    }
    const pages = async (query: string): Promise<string[]> => {
      const all: string[] = [];
      let cursor: string | null = null;
      do {
        const address: string = `/sites?limit=1&query=${query}${cursor === null ? '' : `&cursor=${cursor}`}`;
        const page: Schemas['SitePage'] = (await world.call<Schemas['SitePage']>('GET', address)).body;
        all.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return all;
    };
    expect(await pages('pagefill')).toEqual([
      'A Pagefill',
      'b Pagefill',
      'c Pagefill',
      'D Pagefill',
      'é Pagefill',
    ]);
    const byAccount = await pages('pg-D');
    expect(byAccount).toEqual(['D Pagefill']);
    await dealer.site({ name: 'Aaa PG-D next door' });
    expect(await pages('PG-D')).toEqual(['D Pagefill', 'Aaa PG-D next door']);
    const all = (await world.call<Schemas['SitePage']>('GET', '/sites?limit=100')).body.items;
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(made));
  });

  it('lists and finds only those below their minimum', async () => {
    const { id: enough } = await dealer.site({
      name: 'Aa Enough',
      accountNumber: 'EN-1',
      minimumReachable: 1,
    });
    await dealer.confirmed(enough, '+12125550174', { name: 'Olga Berg' });
    await dealer.site({ name: 'Ab Enough', accountNumber: 'EN-2', minimumReachable: 1 });
    const below = '&belowMinimum=true';
    expect([await names('enough'), await names('enough', below)]).toEqual([
      ['Aa Enough', 'Ab Enough'],
      ['Ab Enough'],
    ]);
    expect([await names('EN-1'), await names('EN-1', below), await names('EN-2', below)]).toEqual([
      ['Aa Enough'],
      [],
      ['Ab Enough'],
    ]);
    const page = async (more: string): Promise<Schemas['SitePage']> =>
      (await world.call<Schemas['SitePage']>('GET', `/sites?limit=1${more}`)).body;
    const first = await page(below);
    const second = await page(`${below}&cursor=${first.nextCursor}`);
    expect([first, second].flatMap(({ items }) => items.map(({ name }) => name))).toEqual(
      (await world.call<Schemas['SitePage']>('GET', '/sites?limit=100')).body.items
        .filter(({ reachability }) => !reachability.meetsMinimum)
        .slice(0, 2)
        .map(({ name }) => name),
    );
    const refused = await world.call<Schemas['Problem']>('GET', `/sites?archived=true${below}`);
    expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([422, 'belowMinimum']);
  });

  it('finds what stands far down the order by its index, and what many have among the first', async () => {
    const { dealerId, companyId } = await dealerOf(world);
    await world.database.query(
      `insert into site (id, company_id, dealer_id, name, account_number, country, time_zone, minimum_reachable,
         contact_label, version, created_at)
       select gen_random_uuid(), $1, $2, 'Bulk ' || lpad(i::text, 5, '0') || case when i > 2500 then ' rareword' else '' end,
         'BULK-' || i, 'US', 'America/Chicago', 2, 'x', 1, now() from generate_series(1, 2600) i`,
      [companyId, dealerId],
    );
    // Nobody can be texted at any of them.
    for (const more of ['', '&belowMinimum=true']) {
      expect(await names('rareword', `&limit=2${more}`)).toEqual([
        'Bulk 02501 rareword',
        'Bulk 02502 rareword',
      ]);
      expect(await names('rareword 02600', more)).toEqual(['Bulk 02600 rareword']);
      expect(await names('02,600', more)).toEqual([]);
      expect(await names('bulk', `&limit=2${more}`)).toEqual(['Bulk 00001', 'Bulk 00002']);
      expect(await names('2125550171', more)).toEqual(['Élysée Market']);
      expect(await names('2125550174', more)).toEqual(more === '' ? ['Aa Enough'] : []);
    }
  });
});

const dealerOf = async (world: World): Promise<{ dealerId: string; companyId: string }> =>
  (
    await world.database.query<{ dealerId: string; companyId: string }>(
      `select dealer_id as "dealerId", company_id as "companyId" from site where id = $1`,
      [world.site],
    )
  )[0]!;

describe('the search, which no row-level security binds', () => {
  let world: World;
  let app: pg.Client;
  const tenants: { tenant: Tenant; siteId: string }[] = [];
  beforeAll(async () => {
    world = await World.start();
    for (const tenant of [
      await addDealer(world),
      await addDealer(world),
      await addCompany(world, SECOND_SENDER),
    ]) {
      const siteId = await addSite(world, tenant);
      await addContact(world, tenant, siteId, '+12125550180');
      tenants.push({ tenant, siteId });
    }
    await world.listsHaveCaughtUp();
    app = new pg.Client({ connectionString: world.database.url, options: AS_APP });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await world.stop();
  });

  const found = async (company: string | null, dealer: string | null): Promise<string[]> => {
    await app.query('begin');
    try {
      if (company !== null) await app.query(`select set_config('app.company', $1, true)`, [company]);
      if (dealer !== null) await app.query(`select set_config('app.dealer', $1, true)`, [dealer]);
      const { rows } = await app.query<{ site_id: string }>(
        `select site_id from search_sites('{%5550180%}', '%5550180%', false, null, null, 100)`,
      );
      const { rows: below } = await app.query<{ site_id: string }>(
        `select site_id from search_sites_below_minimum('{%5550180%}', '%5550180%', null, null, 100)`,
      );
      expect(below).toEqual(rows);
      return rows.map(({ site_id }) => site_id);
    } finally {
      await app.query('rollback');
    }
  };

  it('answers each dealer with its own sites only', async () => {
    for (const { tenant, siteId } of tenants)
      expect(await found(tenant.companyId, tenant.dealerId)).toEqual([siteId]);
  });

  it('answers nothing without a dealer, without a company, or to a dealer of another company', async () => {
    const [first, , stranger] = tenants.map(({ tenant }) => tenant);
    expect(await found(null, null)).toEqual([]);
    expect(await found(first!.companyId, null)).toEqual([]);
    expect(await found(first!.companyId, '')).toEqual([]);
    expect(await found(null, first!.dealerId)).toEqual([]);
    expect(await found(stranger!.companyId, first!.dealerId)).toEqual([]);
  });
});
