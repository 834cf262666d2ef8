import { instead, open, type Scene } from './scenes.ts';
import type { Stage } from './stage.ts';

/** The brand of the demo's company. */
const BRAND_ID = '019ac000-0000-7000-8000-000000000002';

const studioOf = (section: string, place: number): Scene => ({
  name: `branding, ${section.toLowerCase()}`,
  play: async (page, stage) => {
    // From section to section as people go, not from the start again.
    if (!page.url().includes(BRAND_ID)) await open(page, stage, `/branding/${BRAND_ID}`);
    // By its place: in every language.
    await page.getByRole('tab').nth(place).click();
    await page.getByRole('tabpanel').waitFor();
    // The preview loads its own page, and on a phone stands below.
    await page.waitForLoadState('networkidle');
  },
});

/** What a company's admin sees. */
export const COMPANY_SCENES: readonly Scene[] = [
  {
    name: 'branding, every brand',
    play: async (page, stage) => {
      await open(page, stage, '/branding');
      await page.getByRole('heading', { name: 'Branding', level: 1 }).waitFor();
    },
  },
  ...[
    'Look',
    'Company',
    'Words and video',
    'Text messages',
    'Sender and links',
    'Rules',
    'Check',
    'Versions',
  ].map(studioOf),
  {
    name: 'company',
    play: async (page, stage) => {
      await open(page, stage, '/settings/company');
      await page.getByText('Riverside Alarm – South').first().waitFor();
    },
  },
  {
    name: 'company, its people',
    play: async (page, stage) => {
      await open(page, stage, '/settings/people');
      await page.getByText('Casey Morgan').last().waitFor();
    },
  },
  {
    name: 'company, its webhooks',
    play: async (page, stage) => {
      await open(page, stage, '/settings/webhooks');
      await page.getByRole('heading', { name: 'Webhooks', level: 1 }).waitFor();
    },
  },
  {
    name: 'company, its audit',
    play: async (page, stage) => {
      await open(page, stage, '/settings/audit');
      await page.getByText('Signed in').first().waitFor();
    },
  },
  {
    name: 'company, choosing a dealer',
    play: async (page, stage) => {
      await open(page, stage, '/home');
      await page.getByRole('button', { name: /^Acting for/u }).click();
      await page.getByRole('menuitemradio').first().waitFor();
    },
  },
];

/** What support sees. */
export const DESK_SCENES: readonly Scene[] = [
  {
    name: 'cases',
    play: async (page, stage) => {
      await open(page, stage, '/cases');
      await page.getByRole('link', { name: stage.contact.name }).first().waitFor();
    },
  },
  {
    name: 'cases, none',
    play: async (page, stage) => {
      await instead(page, /\/api\/v1\/support\/cases\?/u, { items: [], nextCursor: null });
      await open(page, stage, '/cases');
      await page.getByRole('heading', { name: 'Cases', level: 1 }).waitFor();
    },
  },
  {
    name: 'a case, an answer refused',
    play: async (page, stage) => {
      await open(page, stage, '/cases');
      await page.getByRole('link', { name: stage.contact.name }).first().click();
      await page.getByRole('button', { name: 'Answer and close' }).click();
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'companies',
    play: async (page, stage) => {
      await open(page, stage, '/companies');
      await page.getByText('Riverside Security Group').waitFor();
    },
  },
  {
    name: 'companies, making one refused',
    play: async (page, stage) => {
      await open(page, stage, '/companies');
      await page.getByRole('button', { name: 'Make a company' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Make the company' }).click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  {
    name: 'companies, setting up a sender',
    play: async (page, stage) => {
      await open(page, stage, '/companies');
      await page
        .getByRole('button', { name: /^Set up a sender for/u })
        .first()
        .click();
      await page.getByRole('dialog').getByLabel('Number or messaging service').fill('MG');
      await page.getByLabel('Numbers of the service').waitFor();
    },
  },
];

/** Pages beside the portal that a developer sees: the mails and the phones. */
export const OTHER_PAGES: readonly Scene[] = [
  {
    name: 'mails',
    play: async (page, { product }) => {
      await page.goto(product.mailUrl);
      await page.getByRole('heading').first().waitFor();
    },
  },
  {
    name: 'phones',
    play: async (page, { product }: Stage) => {
      await page.goto(product.phonesUrl);
      await page.getByRole('heading').first().waitFor();
    },
  },
];
