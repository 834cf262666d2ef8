import { randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Schemas } from '@keyholder/api-client';
import { expect } from 'vitest';
import { hashApiKey } from '../../src/adapters/identity/api-keys.ts';
import { DEMO } from '../../src/demo/demo-company.ts';
import type { World } from './world.ts';

/** A dealer with a key to the API. */
export interface Tenant {
  readonly companyId: string;
  readonly dealerId: string;
  readonly brandId: string;
  readonly key: string;
}

/** The dealer of the demo company. */
export const demoTenant = (world: World): Tenant => ({
  companyId: DEMO.companyId,
  dealerId: DEMO.dealerId,
  brandId: DEMO.brandId,
  key: world.access.apiKey,
});

/** Copies a row of a table with some columns changed; whatever columns the table has. */
const copyRow = (world: World, table: string, where: string, changes: Record<string, unknown>) =>
  world.database.query(
    `insert into ${table} select (jsonb_populate_record(t, $1)).* from ${table} t where ${where} limit 1`,
    [JSON.stringify(changes)],
  );

/** A key of a dealer's; `more` as columns. */
export const addApiKey = async (
  world: World,
  tenant: Pick<Tenant, 'companyId' | 'dealerId'>,
  more: Record<string, unknown> = {},
): Promise<string> => {
  const key = `khk_${randomBytes(32).toString('base64url')}`;
  await copyRow(world, 'api_key', `dealer_id = '${DEMO.dealerId}'`, {
    id: randomUUIDv7(),
    company_id: tenant.companyId,
    dealer_id: tenant.dealerId,
    key_hash: `\\x${hashApiKey(key).toString('hex')}`,
    ...more,
  });
  return key;
};

/** A second dealer of a company, with its own key, using the company's brand. */
export const addDealer = async (
  world: World,
  { companyId, brandId }: Pick<Tenant, 'companyId' | 'brandId'> = DEMO,
): Promise<Tenant> => {
  const dealerId = randomUUIDv7();
  await copyRow(world, 'dealer', 'true', {
    id: dealerId,
    company_id: companyId,
    brand_id: brandId,
    name: `Dealer ${dealerId}`,
  });
  await copyRow(world, 'membership', 'true', {
    id: randomUUIDv7(),
    company_id: companyId,
    dealer_id: dealerId,
    user_id: `person-of-${dealerId}`,
  });
  const key = await addApiKey(world, { companyId, dealerId });
  return { companyId, dealerId, brandId, key };
};

/** A second company with one dealer and a brand that sends from `sender`. */
export const addCompany = async (world: World, sender: string): Promise<Tenant> => {
  const companyId = randomUUIDv7();
  const brandId = randomUUIDv7();
  await copyRow(world, 'company', 'true', { id: companyId, name: `Company ${companyId}` });
  await copyRow(world, 'brand', `id = '${DEMO.brandId}'`, {
    id: brandId,
    company_id: companyId,
    brand_key: `brand-${companyId.slice(-8)}`,
    name: 'Second Brand',
    sender_value: sender,
  });
  await copyRow(world, 'brand_version', `brand_id = '${DEMO.brandId}'`, {
    company_id: companyId,
    brand_id: brandId,
  });
  return addDealer(world, { companyId, brandId });
};

/** A site of a dealer's, made through the API. */
export const addSite = async (world: World, tenant: Tenant): Promise<string> => {
  const body = { name: 'A Site', accountNumber: `N-${tenant.dealerId}`, timeZone: 'America/Chicago' };
  const answer = await world.call<Schemas['Site']>('POST', '/sites', body, tenant.key);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
};

/** A contact of a dealer's, made through the API. */
export const addContact = async (
  world: World,
  tenant: Tenant,
  siteId: string,
  phone: string,
): Promise<string> => {
  const body = { name: 'Ana Pérez', phone };
  const answer = await world.call<Schemas['Contact']>('POST', `/sites/${siteId}/contacts`, body, tenant.key);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
};

/** The contact as its dealer sees it. */
export const contactOf = async (world: World, tenant: Tenant, id: string): Promise<Schemas['Contact']> =>
  (await world.call<Schemas['Contact']>('GET', `/contacts/${id}`, undefined, tenant.key)).body;

/** Columns that are written beside the request or after it: when a key was last used, an event's place in the history. */
const NOTED_BESIDE: Readonly<Record<string, string>> = {
  'public.api_key': 'last_used_at',
  'public.contact_event': 'position',
};

/** Every row of every table of ours, to be compared before and after. Jobs' own bookkeeping is no part of it. */
export const everything = async (world: World): Promise<Record<string, readonly string[]>> => {
  const tables = await world.database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'auth') and table_type = 'BASE TABLE' order by 1`,
  );
  const rows: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const beside = NOTED_BESIDE[name];
    const shown = beside === undefined ? 't::text' : `(to_jsonb(t) - '${beside}')::text`;
    const found = await world.database.query<{ row: string }>(
      `select ${shown} as row from ${name} t order by 1`,
    );
    rows[name] = found.map(({ row }) => row);
  }
  return rows;
};
