import { randomUUIDv7 } from 'node:crypto';
import { expect, vi } from 'vitest';
import { addContact, addSite, contactOf, type Tenant } from './tenants.ts';
import { tokenIn, type World } from './world.ts';

/** Tables that only support and the contact's refusals fill: rows as the application would write them. */
const fillDirectly = async (
  world: World,
  { companyId, dealerId }: Tenant,
  siteId: string,
  contactId: string,
  phone: string,
): Promise<void> => {
  const caseId = randomUUIDv7();
  const webhookId = randomUUIDv7();
  const { query } = world.database;
  await query(
    `insert into refused_number (company_id, dealer_id, site_id, phone, reason, at)
     values ($1, $2, $3, $4, 'not_wanted', now()) on conflict do nothing`,
    [companyId, dealerId, siteId, phone],
  );
  await query(
    `insert into support_case
       (id, company_id, dealer_id, site_id, contact_id, disputed_check, bundle, opened_at, opened_by)
     values ($1, $2, $3, $4, $5, false, '{}', now(), 'Ana')`,
    [caseId, companyId, dealerId, siteId, contactId],
  );
  await query(
    `insert into support_note (id, company_id, dealer_id, case_id, body, at) values ($1, $2, $3, $4, 'A note', now())`,
    [randomUUIDv7(), companyId, dealerId, caseId],
  );
  // Switched off, so that nothing is sent.
  await query(
    `insert into webhook (id, company_id, dealer_id, url, description, kinds, created_at, created_by, disabled_at)
     values ($1, $2, $3, 'https://hooks.example.com/', 'Hooks', '{contact.created}', now(), 'Ana', now())`,
    [webhookId, companyId, dealerId],
  );
  await query(
    `insert into webhook_delivery (id, company_id, dealer_id, webhook_id, event_id, state, since)
     select $1, company_id, dealer_id, $2, id, 'dead', now() from contact_event where dealer_id = $3 limit 1`,
    [randomUUIDv7(), webhookId, dealerId],
  );
  await query(
    `insert into evidence_deletion (company_id, dealer_id, contact_id, first_seq, last_seq, last_hash, pieces, removed_at, kept_years, deleted_at)
     values ($1, $2, $3, 1, 1, '\\x00', 1, now(), 5, now()) on conflict do nothing`,
    [companyId, dealerId, contactId],
  );
  await query(
    `insert into invitation (id, company_id, dealer_id, role, email, language, token_hash, created_at, expires_at)
     values ($1, $2, $3, 'dealer_user', 'ana@example.com', 'en', sha256(gen_random_uuid()::text::bytea), now(), now() + interval '1 day')`,
    [randomUUIDv7(), companyId, dealerId],
  );
};

/** What a company's brands leave behind besides the brand itself. */
const fillBrandTables = async (world: World, { companyId, brandId }: Tenant): Promise<void> => {
  const { query } = world.database;
  await query(
    `insert into brand_key (brand_key, company_id, brand_id, taken_at)
     select brand_key, company_id, id, now() from brand where id = $1 on conflict do nothing`,
    [brandId],
  );
  await query(
    `insert into brand_draft_edit (company_id, brand_id, version, fields, by, at)
     values ($1, $2, 2, '{name}', 'Ana', now()) on conflict do nothing`,
    [companyId, brandId],
  );
  await query(
    `insert into brand_asset (company_id, id, kind, file, bytes, name, added_at)
     values ($1, 'asset', 'logo', 'asset.webp', 1, 'logo.png', now()) on conflict do nothing`,
    [companyId],
  );
  await query(
    `insert into company_sender (value, company_id, kind, numbers, brand_id, added_at)
     select sender_value, company_id, sender_kind, array[sender_value], id, now() from brand where id = $1
     on conflict do nothing`,
    [brandId],
  );
};

const importAndExport = async (world: World, { key }: Tenant): Promise<void> => {
  const begun = await world.call<{ id: string }>(
    'POST',
    '/imports',
    { fileName: 'contacts.csv', columns: ['Account number', 'Contact name', 'Cell phone'] },
    key,
  );
  const rows = { first: 1, rows: [['A-1', 'Ana Pérez', '212 555 0151']] };
  const given = await world.call('PUT', `/imports/${begun.body.id}/rows`, rows, key);
  const made = await world.call('POST', '/exports', {}, key);
  expect([begun.status, given.status, made.status]).toEqual([201, 204, 201]);
};

/** What a tenant has after {@link fillEveryTable}. */
export interface Filled {
  readonly siteId: string;
  readonly contactId: string;
  readonly token: string;
}

/** Takes a contact of each tenant through everything that leaves rows behind. All have the same phone. */
export const fillEveryTable = async (world: World, tenants: readonly Tenant[]): Promise<Filled[]> => {
  const phone = '+12125550150';
  const filled: Filled[] = [];
  for (const tenant of tenants) {
    const siteId = await addSite(world, tenant);
    const contactId = await addContact(world, tenant, siteId, phone);
    const check = await world.request<unknown>(
      'POST',
      '/api/v1/phone-checks',
      { authorization: `Bearer ${tenant.key}`, 'idempotency-key': `check-${tenant.dealerId}` },
      { phone },
    );
    expect(check.status).toBe(200);
    const already = (await world.sandbox.textsTo(phone)).length;
    await world.call('POST', `/contacts/${contactId}/validation`, undefined, tenant.key);
    const sent = await world.call(
      'POST',
      `/contacts/${contactId}/welcome`,
      { permission: 'spoken' },
      tenant.key,
    );
    expect(sent.status).toBe(202);
    const texts = await world.phoneGets(phone, already + 1);
    const text = texts.at(-1)!;
    const token = tokenIn(text);
    await world.asPage(token, 'POST', '/opened', { pageVersion: 1, language: 'en' });
    for (const words of ['Who is this?', 'STOP', 'START']) {
      const reply = await world.sandbox.reply(phone, text.from, words);
      expect(reply.webhookStatus).toBe(204);
    }
    await vi.waitFor(
      async () => {
        const contact = await contactOf(world, tenant, contactId);
        expect(contact.status.kind).toBe('pending_confirmation');
        const open = await world.database.query('select 1 from provider_event where applied_at is null');
        expect(open).toHaveLength(0);
      },
      { timeout: 8_000, interval: 25 },
    );
    await fillDirectly(world, tenant, siteId, contactId, phone);
    await importAndExport(world, tenant);
    await fillBrandTables(world, tenant);
    filled.push({ siteId, contactId, token });
  }
  await world.waitUntil(async () => {
    const late = await world.database.query('select 1 from contact_event where position is null limit 1');
    return late.length === 0;
  });
  return filled;
};
