import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { publishNewBrand, STUDIO_STEPS, type StudioStep } from '../studio/publish-new-brand.ts';
import { startProduct, type RunningProduct } from '../tour/running-product.ts';

/** Nobody has signed in yet; and what another person's edit and a hostile file answer. */
const EXPECTED_CONSOLE = /status of (?:401|412|422)/u;

describe('the branding studio in a real browser', () => {
  let browser: Browser | null;
  let product: RunningProduct;
  beforeAll(async () => {
    browser = await launchBrowser();
    if (browser !== null) product = await startProduct();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    if (browser !== null) await product.stop();
  }, 30_000);

  const accessibilityProblems = async (page: Page): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .exclude('.preview-phone iframe')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    );
  };

  test(
    'from signing in to live pages; two people at once; a hostile logo; roll-back',
    { timeout: 180_000 },
    async (context) => {
      if (browser === null) return context.skip('there is no Chromium on this machine');
      const visit = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      visit.setDefaultTimeout(20_000);
      const problems: string[] = [];
      const page = await visit.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED_CONSOLE.test(message.text()))
          problems.push(message.text());
      });
      const { origin } = new URL(product.portalUrl);
      const admin = { origin, email: 'casey@riverside.example', password: product.password };
      const steps: StudioStep[] = [];
      const address = await publishNewBrand(page, admin, 'Aurora Guard', async (step, act) => {
        await act();
        steps.push(step);
        const found = await accessibilityProblems(page);
        problems.push(...found.map((problem) => `after "${step}": ${problem}`));
      });
      expect(steps).toEqual(STUDIO_STEPS);
      expect(await (await fetch(`${address}en/`)).text()).toContain('Aurora Guard');

      // Somebody else, in another window, changes the website; here the name is being typed.
      const other = await visit.newPage();
      await other.goto(page.url());
      await other.getByRole('tab', { name: /Company/u }).click();
      await other.getByLabel('Website').fill('https://aurora.example');
      await other.locator('.publish-state').getByText('1 change is not published').waitFor();
      await page.getByRole('tab', { name: 'Look' }).click();
      await page.locator('input[name="name"]').fill('Aurora Guard Group');
      await page.getByText('Casey Morgan changed: website.').waitFor();
      await page.locator('.publish-state').getByText('2 changes are not published').waitFor();
      await other.close();

      await page
        .locator('input[data-upload="logo"]')
        .first()
        .setInputFiles({
          name: 'logo.svg',
          mimeType: 'image/svg+xml',
          buffer: Buffer.from('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'),
        });
      await page.getByRole('alert').getByText('The drawing defines entities').waitFor();

      await page.getByRole('tab', { name: 'Text messages' }).click();
      const welcome = page.locator('textarea[name="languages.en.texts.welcome"]');
      await welcome.fill('{{brand}}: hi {{fi');
      await page.getByRole('option', { name: '{{firstName}}' }).waitFor();
      await page.keyboard.press('Enter');
      expect(await welcome.inputValue()).toBe('{{brand}}: hi {{firstName}}');
      await page.getByText('It must also say: {{namedBy}}').waitFor();
      await page.locator('.preview-texts').getByText('Aurora Guard Group: hi Sam').waitFor();
      await page.getByText('One thing stops publishing.').waitFor();
      await welcome.fill('');
      await page.locator('.publish-state').getByText('2 changes are not published').waitFor();

      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByText('Version 2 is live.').waitFor();
      await page.getByRole('tab', { name: 'Versions' }).click();
      await page.getByRole('button', { name: 'Publish again' }).click();
      problems.push(...(await accessibilityProblems(page)));
      await page.getByRole('alert').getByRole('button', { name: 'Publish again' }).click();
      await page.getByText('as version 1 was').waitFor();
      await page.locator('.publish-state').getByText('2 changes are not published').waitFor();

      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const tab of ['Look', 'Words and video', 'Rules', 'Check']) {
        await page.getByRole('tab', { name: tab }).click();
        problems.push(...(await accessibilityProblems(page)));
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(problems).toEqual([]);
      await visit.close();
    },
  );
});
