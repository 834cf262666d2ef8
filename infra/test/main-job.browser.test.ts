import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { startProduct, type RunningProduct } from '../tour/running-product.ts';
import { STEPS, takeTour, type Step } from '../tour/take-tour.ts';
import { accessibilityProblems, watchForProblems } from './browser-visit.ts';

const VISITS: readonly (readonly [name: string, phone: string, options: BrowserContextOptions])[] = [
  ['desktop, light', '(212) 555-0100', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  [
    'phone, dark',
    '(212) 555-0102',
    { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true },
  ],
];

describe('the main job in a real browser, from signing in to blue', () => {
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

  /** Without any Chromium the test is reported as skipped; in CI `launchBrowser` has failed already. */
  const needBrowser = (context: TestContext): Browser => {
    if (browser === null) context.skip('there is no Chromium on this machine');
    return browser;
  };

  test.for(VISITS)('%s', { timeout: 120_000 }, async ([, phone, options], context) => {
    const visit = await needBrowser(context).newContext({ ...options, reducedMotion: 'reduce' });
    visit.setDefaultTimeout(15_000);
    const problems: string[] = [];
    const steps: Step[] = [];
    visit.on('page', (page) => watchForProblems(page, problems));
    try {
      const page = await visit.newPage();
      await takeTour(page, product, { name: 'Ana Pérez', phone }, async (step, act, shown) => {
        await act();
        steps.push(step);
        const found = await accessibilityProblems(shown());
        problems.push(...found.map((problem) => `after "${step}": ${problem}`));
      });
    } finally {
      await visit.close();
    }
    expect(problems).toEqual([]);
    expect(steps).toEqual(STEPS);
  });
});
