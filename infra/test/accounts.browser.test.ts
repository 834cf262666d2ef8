import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { takeAccountTour } from '../tour/account-tour.ts';
import { startProduct, type RunningProduct } from '../tour/running-product.ts';
import { accessibilityProblems, watchForProblems } from './browser-visit.ts';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

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

test('roles, invitations, accounts, keys, audit and support in a real browser', async (context) => {
  if (browser === null) {
    context.skip('there is no Chromium on this machine');
    return;
  }
  const problems: string[] = [];
  await takeAccountTour(
    browser,
    product,
    async (opened) => {
      const visit = await opened.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' });
      visit.setDefaultTimeout(20_000);
      visit.on('page', (page) => watchForProblems(page, problems));
      return visit.newPage();
    },
    async (step, act, page) => {
      await act();
      const look = async (how: string): Promise<void> => {
        const found = await accessibilityProblems(page);
        problems.push(...found.map((problem) => `after "${step}", ${how}: ${problem}`));
      };
      await look('desktop, light');
      await page.setViewportSize(PHONE);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await look('phone, dark');
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.setViewportSize(DESKTOP);
    },
  );
  expect(problems).toEqual([]);
}, 240_000);
