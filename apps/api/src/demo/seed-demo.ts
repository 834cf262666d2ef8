import { randomUUIDv7 } from 'node:crypto';
import { checkContact } from '@keyholder/domain/contact/contact-details';
import { checkSite } from '@keyholder/domain/site/site-details';
import type { TextSenderIdentity } from '@keyholder/domain/welcome/text-sender';
import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { SystemClock } from '../adapters/clock/system-clock.ts';
import { API_KEY_PREFIX, hashApiKey, shownPrefix } from '../adapters/identity/api-keys.ts';
import { openAsApp } from '../adapters/postgres/connection.ts';
import { tenantSession } from '../adapters/postgres/tenant-session.ts';
import { refreshSiteOverview } from '../adapters/postgres/site-overview.ts';
import type { Tables } from '../adapters/postgres/rows/index.ts';
import { ContactRow } from '../adapters/postgres/rows/contact-rows.ts';
import { SiteRow } from '../adapters/postgres/rows/site-rows.ts';
import { ApiKeyRow, CompanyRow, DealerRow, MembershipRow } from '../adapters/postgres/rows/tenant-rows.ts';
import { MediaFolder } from '../adapters/media/media-folder.ts';
import { copyMedia, mediaDirOfWelcome } from '../adapters/welcome-site/built-in-media.ts';
import { StaticPagePublisher } from '../adapters/welcome-site/static-page-publisher.ts';
import { deriveKey } from '../derive-key.ts';
import type { Settings } from '../settings.ts';
import { prepareBrand } from './demo-brand.ts';
import { DEMO, DEMO_BRAND } from './demo-company.ts';
import { demoPassword, demoPeople, type DemoPerson } from './demo-people.ts';
import { seedBrand } from './seed-brand.ts';

/** What somebody needs to look around. */
export interface DemoAccess {
  /** The dealer's admin. */
  readonly signIn: { readonly email: string; readonly password: string };
  /** Everybody else who can sign in, with the same password. */
  readonly otherPeople: readonly { readonly email: string; readonly role: DemoPerson['role'] }[];
  readonly apiKey: string;
  readonly brandKey: string;
}

/** Derived from the data folder's secret, so that every start can print them again and no two machines share them. */
const demoAccess = (settings: Settings): DemoAccess => ({
  signIn: {
    email: DEMO.people.robin.email,
    password: demoPassword(settings.secret),
  },
  otherPeople: Object.values(DEMO.people)
    .filter(({ email }) => email !== DEMO.people.robin.email)
    .map(({ email, role }) => ({ email, role })),
  apiKey: API_KEY_PREFIX + deriveKey(settings.secret, 'demo-api-key').toString('base64url'),
  brandKey: DEMO.brand.key,
});

/** The application may make nobody a supporter; the database's owner does. */
const seedSupport = async (settings: Settings, userId: string, at: Date): Promise<void> => {
  const owner = new pg.Client({ connectionString: settings.databaseOwnerUrl });
  await owner.connect();
  try {
    await owner.query(
      `insert into platform_member (user_id, role, created_at) values ($1, 'support', $2) on conflict do nothing`,
      [userId, at],
    );
  } finally {
    await owner.end();
  }
};

const senderOf = (settings: Settings): TextSenderIdentity => {
  const { messagingServiceSid, from } = settings.twilio;
  if (messagingServiceSid !== null) return { kind: 'messaging_service', sid: messagingServiceSid };
  if (from !== null) return { kind: 'number', e164: from };
  throw new Error(
    'TWILIO_MESSAGING_SERVICE_SID or TWILIO_FROM is needed: the first brand must send from somewhere.',
  );
};

/** Rows have no relations that would order them, so each step is flushed before what refers to it. */
const seedDealer = async (em: EntityManager, access: DemoAccess, at: Date): Promise<void> => {
  const { companyId, dealerId, brandId } = DEMO;
  const tenant = { companyId, dealerId };
  em.create(DealerRow, { id: dealerId, companyId, name: DEMO.dealer, brandId, createdAt: at });
  await em.flush();
  em.create(ApiKeyRow, {
    id: randomUUIDv7(),
    ...tenant,
    name: 'Demo key',
    prefix: shownPrefix(access.apiKey),
    keyHash: hashApiKey(access.apiKey),
    createdAt: at,
  });
  for (const { id, contacts, ...input } of DEMO.sites) {
    const site = checkSite({ ...input, country: 'US', timeZone: 'America/Chicago' });
    if (!site.ok) throw new Error(`The demo site ${input.name} is not accepted.`);
    em.create(SiteRow, { id, ...tenant, ...site.value, version: 1, createdAt: at });
    await em.flush();
    for (const { id: contactId, ...person } of contacts) {
      const contact = checkContact(person, site.value);
      if (!contact.ok) throw new Error(`The demo contact ${person.name} is not accepted.`);
      const row = { ...contact.value, phone: contact.value.phone.e164 };
      em.create(ContactRow, {
        id: contactId,
        ...tenant,
        siteId: id,
        ...row,
        version: 1,
        createdAt: at,
        numberSince: at,
      });
    }
  }
};

const seedOtherDealer = async (em: EntityManager, at: Date): Promise<void> => {
  const { companyId, brandId, otherDealer } = DEMO;
  const { id: dealerId, name, site } = otherDealer;
  em.create(DealerRow, { id: dealerId, companyId, name, brandId, createdAt: at });
  await em.flush();
  const { id, ...input } = site;
  const checked = checkSite({ ...input, country: 'US', timeZone: 'America/Chicago' });
  if (!checked.ok) throw new Error(`The demo site ${input.name} is not accepted.`);
  em.create(SiteRow, { id, companyId, dealerId, ...checked.value, version: 1, createdAt: at });
};

const seedMemberships = async (
  em: EntityManager,
  people: Awaited<ReturnType<typeof demoPeople>>,
  at: Date,
): Promise<void> => {
  const { companyId } = DEMO;
  for (const { userId, role } of people) {
    if (role === 'support') continue;
    const dealerId = role === 'company_admin' ? null : DEMO.dealerId;
    if ((await em.count(MembershipRow, { companyId, dealerId, userId })) > 0) continue;
    em.create(MembershipRow, { id: randomUUIDv7(), companyId, dealerId, userId, role, createdAt: at });
  }
};

/**
 * Makes the demo company where it is not there yet, and publishes its pages with the templates of this build.
 * @returns how to get in
 */
export const seedDemo = async (settings: Settings): Promise<DemoAccess> => {
  if (settings.production) throw new Error('The demo company is not for production.');
  const access = demoAccess(settings);
  const at = new SystemClock().now();
  const { pagesDir } = settings;
  const media = new MediaFolder(settings.mediaDir);
  const { introductions } = await copyMedia({ pagesDir, mediaDir: mediaDirOfWelcome() });
  const { companyId, brandId } = DEMO;
  const brand = await prepareBrand(DEMO_BRAND, {
    companyId,
    media,
    introductions,
    linkOrigin: settings.publicUrl.origin,
    sender: senderOf(settings),
  });
  const people = await demoPeople(settings);
  for (const { role, userId } of people) if (role === 'support') await seedSupport(settings, userId, at);
  const orm = await openAsApp(settings.databaseUrl);
  const publisher = new StaticPagePublisher(pagesDir, media);
  try {
    const session = tenantSession({ companyId: DEMO.companyId, dealerId: null });
    await orm.em.fork({ session }).transactional(async (em) => {
      // What is there already a second start leaves as it is.
      if ((await em.count(CompanyRow, { id: DEMO.companyId })) === 0) {
        em.create(CompanyRow, { id: DEMO.companyId, name: DEMO.company, createdAt: at });
        await em.flush();
        await seedBrand(em, brand, { companyId, brandId, spare: DEMO.brand.spareSender }, publisher, at);
        await seedDealer(em, access, at);
      }
      if ((await em.count(DealerRow, { id: DEMO.otherDealer.id })) === 0) await seedOtherDealer(em, at);
      await seedMemberships(em, people, at);
      await em.flush();
      const db = em.getKysely<Tables>();
      const sites = await db
        .selectFrom('site')
        .select('id')
        .where('company_id', '=', DEMO.companyId)
        .execute();
      await refreshSiteOverview(
        db,
        DEMO.companyId,
        sites.map(({ id }) => id),
        at,
      );
    });
  } finally {
    await orm.close(true);
  }
  return access;
};
