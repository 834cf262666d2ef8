import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { inRepository } from './repository.ts';
import { publishNewBrand } from './studio/publish-new-brand.ts';
import { startProduct, type RunningProduct } from './tour/running-product.ts';

// A new company's way from nothing to published pages, in a browser, at a machine's pace: the platform makes it, its admin
// opens the invitation, chooses a password and publishes. Prints how long each step took and leaves a screenshot of each
// in `screenshots/`.

const COMPANY = {
  name: 'Aurora Guard',
  brandKey: 'aurora',
  adminEmail: 'noor@aurora.example',
  sender: '+12125550166',
};
const PASSWORD = 'a long way to the sea';

/** As the platform's support, by the API: there is nothing to see. */
const makeCompany = async (browser: Browser, origin: string, password: string): Promise<void> => {
  const context = await browser.newContext({ extraHTTPHeaders: { origin } });
  const signedIn = await context.request.post(`${origin}/api/auth/sign-in/email`, {
    data: { email: 'sam@keyholder.example', password },
  });
  const made = await context.request.post(`${origin}/api/v1/platform/companies`, { data: COMPANY });
  if (!signedIn.ok() || made.status() !== 201)
    throw new Error(`The company was not made: ${await made.text()}`);
  await context.close();
};

/** The link of the invitation, from the page with the mails. */
const invitation = async (browser: Browser, { mailUrl }: RunningProduct): Promise<string> => {
  const page = await browser.newPage();
  await page.goto(mailUrl);
  const subject = page.getByRole('heading', { name: `invited to ${COMPANY.name}` });
  const link = page.getByRole('article').filter({ has: subject }).getByRole('link').first();
  const address = await link.getAttribute('href');
  await page.close();
  if (address === null) throw new Error('There is no link in the invitation.');
  return address;
};

const browser = await launchBrowser();
if (browser === null) throw new Error('This needs Chromium: install one, or set CHROMIUM_PATH.');
const product = await startProduct();
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s`;
try {
  const folder = inRepository('screenshots', 'brand');
  await mkdir(folder, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const { origin } = new URL(product.portalUrl);
  const admin = { origin, email: COMPANY.adminEmail, password: PASSWORD, first: true };
  const from = performance.now();
  let number = 0;
  let looking = 0;
  const at = async (step: string, act: () => Promise<void>): Promise<void> => {
    const stepFrom = performance.now();
    await act();
    console.log(`${seconds(stepFrom)}  ${step}`);
    const shotFrom = performance.now();
    number += 1;
    const file = `${String(number).padStart(2, '0')}-${step.replace(/[^a-z]+/gu, '-')}.png`;
    await page.screenshot({ path: `${folder}/${file}` });
    looking += performance.now() - shotFrom;
  };
  await at('the company is made', () => makeCompany(browser, origin, product.password));
  await at('open the invitation', async () => {
    await page.goto(await invitation(browser, product));
    await page.getByLabel('Your name').fill('Noor Haddad');
  });
  await at('choose a password', async () => {
    await page.getByLabel('Choose a password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('This invitation is accepted.').waitFor();
  });
  const address = await publishNewBrand(page, admin, COMPANY.name, at);
  console.log(`${seconds(from + looking)}  from nothing to published: ${address}`);
} finally {
  await product.stop();
  await browser.close();
}
