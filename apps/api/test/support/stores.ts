import { randomUUIDv7 } from 'node:crypto';
import { checkContact, type ContactInput } from '@keyholder/domain/contact/contact-details';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { NewText } from '@keyholder/domain/welcome/text-repository';
import pg from 'pg';
import { SystemClock } from '../../src/adapters/clock/system-clock.ts';
import { AS_APP, openAsApp } from '../../src/adapters/postgres/connection.ts';
import { Doorbell } from '../../src/adapters/postgres/doorbell.ts';
import { JobQueue } from '../../src/adapters/postgres/job-queue.ts';
import { InvitationTokens } from '../../src/adapters/postgres/invitation-tokens.ts';
import { LinkTokens } from '../../src/adapters/postgres/link-tokens.ts';
import { PostgresUnitOfWork } from '../../src/adapters/postgres/postgres-unit-of-work.ts';
import type { LiveChange } from '../../src/ports/live-changes.ts';
import type { Store } from '../../src/ports/unit-of-work.ts';
import { createDatabase, type TestDatabase } from './database.ts';

export const PHONE = '+12125550100';

/** The unit of work on a database of its own, with one company, two dealers of one brand, and a site of each. */
export class Stores {
  readonly brandId = randomUUIDv7();
  readonly dealer = { companyId: randomUUIDv7(), dealerId: randomUUIDv7() };
  readonly sibling = { companyId: this.dealer.companyId, dealerId: randomUUIDv7() };
  readonly company: Tenant = { companyId: this.dealer.companyId, dealerId: null };
  readonly site = randomUUIDv7();
  readonly siblingSite = randomUUIDv7();
  readonly tokens = new LinkTokens('s'.repeat(32));
  /** What watchers were told. */
  readonly heard: LiveChange[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly unitOfWork: PostgresUnitOfWork,
    /** A connection as the application's role. */
    readonly app: pg.Client,
    readonly stop: () => Promise<void>,
  ) {}

  static async open(): Promise<Stores> {
    const database = await createDatabase();
    const orm = await openAsApp(database.url);
    const doorbell = new Doorbell(database.url);
    const queue = new JobQueue(database.url, () => false, doorbell, 2);
    const app = new pg.Client({ connectionString: database.url, options: AS_APP });
    await Promise.all([queue.start(), doorbell.start(), app.connect()]);
    const tokens = new LinkTokens('s'.repeat(32));
    const stores = new Stores(
      database,
      new PostgresUnitOfWork(
        orm,
        queue,
        doorbell,
        tokens,
        new SystemClock(),
        new InvitationTokens('s'.repeat(32)),
      ),
      app,
      async () => {
        await Promise.all([queue.stop(), doorbell.stop(), app.end()]);
        await orm.close(true);
        await database.drop();
      },
    );
    doorbell.stream.subscribe((change) => stores.heard.push(change));
    await stores.seed();
    return stores;
  }

  private async seed(): Promise<void> {
    const { query } = this.database;
    const { companyId } = this.dealer;
    await query(`insert into company (id, name, created_at) values ($1, 'Company', now())`, [companyId]);
    await query(
      `insert into brand (id, company_id, brand_key, name, link_origin, sender_kind, sender_value, created_at)
       values ($1, $2, 'brand', 'Brand', 'http://localhost', 'number', '+12125550198', now())`,
      [this.brandId, companyId],
    );
    for (const [tenant, site] of [
      [this.dealer, this.site],
      [this.sibling, this.siblingSite],
    ] as const) {
      await query(
        `insert into dealer (id, company_id, name, brand_id, created_at) values ($1, $2, 'Dealer', $3, now())`,
        [tenant.dealerId, companyId, this.brandId],
      );
      await query(
        `insert into site (id, company_id, dealer_id, name, account_number, country, time_zone, minimum_reachable,
           contact_label, version, created_at)
         values ($1, $2, $3, 'Site', 'N-1', 'US', 'America/Chicago', 2, 'Site', 1, now())`,
        [site, companyId, tenant.dealerId],
      );
    }
  }

  run<T>(work: (store: Store) => Promise<T>, tenant: Tenant = this.dealer): Promise<T> {
    return this.unitOfWork.run(tenant, work);
  }

  /** As the workers do what may come in floods. */
  runTogether<T>(about: string, work: (store: Store) => Promise<T>): Promise<T> {
    return this.unitOfWork.runTogether(this.dealer, about, work);
  }

  /** What `contacts.add` takes. */
  newContact(input: Partial<ContactInput> = {}, siteId = this.site) {
    const details = checkContact({ name: 'Ana Pérez', phone: PHONE, ...input }, { country: 'US' });
    if (!details.ok) throw new Error(JSON.stringify(details.error));
    return { id: randomUUIDv7(), siteId, details: details.value, at: new Date() };
  }

  /** A contact at a site that nobody else is at: each test begins with an empty list. */
  async contact(input: Partial<ContactInput> = {}, tenant = this.dealer): Promise<string> {
    const siteId = randomUUIDv7();
    await this.database.query(
      `insert into site select (jsonb_populate_record(s, jsonb_build_object('id', $1::text, 'account_number', $1))).*
       from site s where dealer_id = $2 limit 1`,
      [siteId, tenant.dealerId],
    );
    const contact = this.newContact(input, siteId);
    const taken = await this.run((store) => store.contacts.add(contact), tenant);
    if (taken !== null) throw new Error('The contact was refused.');
    return contact.id;
  }

  newText(contactId: string, more: Partial<NewText> = {}): NewText {
    return {
      id: randomUUIDv7(),
      brandId: this.brandId,
      brandVersion: 1,
      siteId: this.site,
      contactId,
      kind: 'welcome',
      lane: 'pressed',
      phone: PHONE,
      language: 'en',
      body: 'Look: {link}',
      linkId: null,
      sender: { kind: 'number', e164: '+12125550198' },
      encoding: 'GSM-7',
      segments: 1,
      permission: 'spoken',
      insisted: false,
      requestedBy: null,
      state: 'queued',
      reason: null,
      at: new Date(),
      ...more,
    };
  }

  async text(contactId: string, more: Partial<NewText> = {}): Promise<string> {
    const text = this.newText(contactId, more);
    await this.run((store) => store.texts.add(text));
    return text.id;
  }
}
