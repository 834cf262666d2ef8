import { randomUUIDv7 } from 'node:crypto';
import { checkSite } from '@keyholder/domain/site/site-details';
import { SystemClock } from '../adapters/clock/system-clock.ts';
import { BetterAuthIdentities } from '../adapters/identity/better-auth-identities.ts';
import { openAuth } from '../adapters/identity/auth.ts';
import { MediaFolder } from '../adapters/media/media-folder.ts';
import { openAsApp } from '../adapters/postgres/connection.ts';
import { SiteRow } from '../adapters/postgres/rows/site-rows.ts';
import { CompanyRow, DealerRow, MembershipRow } from '../adapters/postgres/rows/tenant-rows.ts';
import { tenantSession } from '../adapters/postgres/tenant-session.ts';
import { copyMedia, mediaDirOfWelcome } from '../adapters/welcome-site/built-in-media.ts';
import { StaticPagePublisher } from '../adapters/welcome-site/static-page-publisher.ts';
import type { Settings } from '../settings.ts';
import { prepareBrand, type DemoBrand } from './demo-brand.ts';
import { seedBrand } from './seed-brand.ts';

/** A second and a third demo company, whose pages look nothing like the first one's. */
const SHOWCASE = [
  {
    companyId: '019ac000-0000-7000-8000-000000000101',
    brandId: '019ac000-0000-7000-8000-000000000102',
    dealerId: '019ac000-0000-7000-8000-000000000103',
    siteId: '019ac000-0000-7000-8000-000000000111',
    company: 'Nocturne Protect',
    admin: { name: 'Mika Stone', email: 'mika@nocturne.example' },
    sender: '+12125550186',
    spareSender: '+12125550187',
    site: { name: 'Velvet Room', accountNumber: 'NP-100', timeZone: 'America/New_York', country: 'US' },
    brand: {
      key: 'nocturne',
      edit: {
        name: 'Nocturne Protect',
        phone: '+12125550185',
        website: 'https://nocturne.example',
        privacyUrl: 'https://nocturne.example/privacy',
        termsUrl: 'https://nocturne.example/terms',
        colour: '#c6f432',
        scheme: 'dark',
        corners: 'square',
      },
    },
  },
  {
    companyId: '019ac000-0000-7000-8000-000000000201',
    brandId: '019ac000-0000-7000-8000-000000000202',
    dealerId: '019ac000-0000-7000-8000-000000000203',
    siteId: '019ac000-0000-7000-8000-000000000211',
    company: 'المنار للحماية',
    admin: { name: 'Layla Haddad', email: 'layla@almanar.example' },
    sender: '+12125550176',
    spareSender: '+12125550177',
    site: { name: 'مخبز النور', accountNumber: 'AM-100', timeZone: 'Asia/Amman', country: 'JO' },
    brand: {
      key: 'almanar',
      edit: {
        name: 'المنار للحماية',
        phone: '+12125550175',
        website: 'https://almanar.example',
        colour: '#a3452c',
        colourDark: '#e8b36b',
        language: 'ar',
      },
    },
  },
] as const satisfies readonly (Readonly<Record<string, unknown>> & { readonly brand: DemoBrand })[];

type Shown = (typeof SHOWCASE)[number];

const personId = async (settings: Settings, { admin }: Shown, password: string): Promise<string> => {
  const { accountMaker, pool } = openAuth(settings.databaseUrl, settings);
  try {
    const identities = new BetterAuthIdentities(accountMaker, pool);
    const known = await identities.byEmail(admin.email);
    const made =
      known === null ? await identities.create({ ...admin, password, language: null }) : { person: known };
    if ('refusal' in made) throw new Error(`The demo account is refused: ${made.refusal}.`);
    return made.person.id;
  } finally {
    await pool.end();
  }
};

/**
 * Makes the other demo companies where they are not there yet, and publishes their pages.
 * @param password of their admins
 * @returns their admins
 */
export const seedShowcase = async (
  settings: Settings,
  password: string,
): Promise<readonly { readonly email: string; readonly role: 'company_admin' }[]> => {
  const at = new SystemClock().now();
  const media = new MediaFolder(settings.mediaDir);
  const { introductions } = await copyMedia({ pagesDir: settings.pagesDir, mediaDir: mediaDirOfWelcome() });
  const publisher = new StaticPagePublisher(settings.pagesDir, media);
  const orm = await openAsApp(settings.databaseUrl);
  try {
    for (const shown of SHOWCASE) {
      const { companyId, brandId, dealerId } = shown;
      const sender = { kind: 'number', e164: shown.sender } as const;
      const around = { companyId, media, introductions, linkOrigin: settings.publicUrl.origin, sender };
      const brand = await prepareBrand(shown.brand, around);
      const userId = await personId(settings, shown, password);
      const session = tenantSession({ companyId, dealerId: null });
      await orm.em.fork({ session }).transactional(async (em) => {
        if ((await em.count(CompanyRow, { id: companyId })) > 0) return;
        em.create(CompanyRow, { id: companyId, name: shown.company, createdAt: at });
        await em.flush();
        await seedBrand(em, brand, { companyId, brandId, spare: shown.spareSender }, publisher, at);
        em.create(DealerRow, { id: dealerId, companyId, name: shown.company, brandId, createdAt: at });
        await em.flush();
        em.create(MembershipRow, {
          id: randomUUIDv7(),
          companyId,
          dealerId: null,
          userId,
          role: 'company_admin',
          createdAt: at,
        });
        const site = checkSite(shown.site);
        if (!site.ok) throw new Error(`The demo site ${shown.site.name} is not accepted.`);
        em.create(SiteRow, {
          id: shown.siteId,
          companyId,
          dealerId,
          ...site.value,
          version: 1,
          createdAt: at,
        });
      });
    }
  } finally {
    await orm.close(true);
  }
  return SHOWCASE.map(({ admin }) => ({ email: admin.email, role: 'company_admin' }));
};
