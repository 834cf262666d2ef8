import type { Page } from 'playwright-core';
import { inRepository } from '../repository.ts';

/** What a company does to get its own pages, in order. */
export const STUDIO_STEPS = [
  'sign in',
  'begin a brand',
  'upload the logo',
  'choose the colour',
  'enter the telephone',
  'choose the sender',
  'look at the text',
  'see what stops publishing: nothing',
  'publish',
  'see it live',
] as const;
export type StudioStep = (typeof STUDIO_STEPS)[number];

/** Runs one step; measures it, looks at it, or both. */
export type AtStudioStep = (step: StudioStep, act: () => Promise<void>) => Promise<void>;

/**
 * From signing in to a published brand, as a company's admin does it. Waits for what a person would see.
 * @param admin.first whether the company has this brand already, as a new one has its first: unpublished, with its sender
 * @returns the address of the published page
 */
export const publishNewBrand = async (
  page: Page,
  admin: {
    readonly origin: string;
    readonly email: string;
    readonly password: string;
    readonly first?: boolean;
  },
  name: string,
  at: AtStudioStep,
): Promise<string> => {
  const { origin, email, password, first = false } = admin;
  const saved = () => page.locator('.publish-state [data-state="saved"]').waitFor();
  const tab = (label: RegExp) => page.getByRole('tab', { name: label }).click();
  const preview = () => page.frameLocator('.preview-phone iframe');

  await at('sign in', async () => {
    await page.goto(`${origin}/portal/sign-in?next=%2Fbranding`);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Branding' }).waitFor();
  });
  await at('begin a brand', async () => {
    if (first) {
      await page.getByRole('link', { name }).first().click();
    } else {
      await page.getByLabel('Name of the new brand').fill(name);
      await page.getByRole('button', { name: 'Create' }).click();
    }
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await preview().getByText('Preview. Nothing is sent or saved.').waitFor();
  });
  await at('upload the logo', async () => {
    const logo = inRepository('apps', 'welcome', 'media', 'demo', 'nocturne-light.svg');
    await page.locator('input[data-upload="logo"]').first().setInputFiles(logo);
    await page.locator('.logo-shown-light').waitFor();
    await saved();
    await preview().locator('img.logo[src*="/assets/c/"]').waitFor();
  });
  await at('choose the colour', async () => {
    await page.locator('input[name="colour"]').fill('#7a2e8f');
    await saved();
    await preview().locator('#confirm:not([aria-disabled="true"])').waitFor();
  });
  await at('enter the telephone', async () => {
    await tab(/Company/u);
    await page.getByLabel('Telephone').fill('(212) 555-0188');
    await saved();
    await preview().locator('footer').getByText('(212) 555-0188').waitFor();
  });
  await at('choose the sender', async () => {
    await tab(/Sender/u);
    if (first) return;
    await page.getByRole('button', { name: /Sender/u }).click();
    await page
      .getByRole('option', { name: /^\+\d+$/u })
      .first()
      .click();
    await saved();
  });
  await at('look at the text', async () => {
    await tab(/Text messages/u);
    await page.locator('.preview-texts').getByText(`${name}: Dana Ortiz named you`).waitFor();
  });
  await at('see what stops publishing: nothing', async () => {
    await tab(/Check/u);
    await page.locator('.finding-green').first().waitFor();
    await page.locator('.finding-red').first().waitFor({ state: 'detached' });
  });
  await at('publish', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Version 1 is live.').waitFor();
  });
  const link = page.getByRole('link', { name: 'Open the published page' });
  const address = (await link.getAttribute('href')) ?? '';
  await at('see it live', async () => {
    const opened = page.context().waitForEvent('page');
    await link.click();
    const published = await opened;
    await published.getByRole('heading', { level: 1, name: 'Open the link in your text' }).waitFor();
    await published.close();
  });
  return address;
};
