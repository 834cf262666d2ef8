import { mkdir } from 'node:fs/promises';
import { launchBrowser } from './browser.ts';
import { inRepository } from './repository.ts';
import { startProduct } from './tour/running-product.ts';
import { takeTour } from './tour/take-tour.ts';

// The two-minute tour of the README in a browser, at a machine's pace: prints how long each step took and leaves a
// screenshot of each in `screenshots/`.

const browser = await launchBrowser();
if (browser === null) throw new Error('The tour needs Chromium: install one, or set CHROMIUM_PATH.');
const began = performance.now();
const product = await startProduct();
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s`;
console.log(`${seconds(began)}  start: from nothing to ready`);
try {
  for (const [name, viewport, phone] of [
    ['desktop', { width: 1280, height: 800 }, '(212) 555-0100'],
    ['phone', { width: 390, height: 844 }, '(212) 555-0102'],
  ] as const) {
    const folder = inRepository('screenshots', 'tour', name);
    await mkdir(folder, { recursive: true });
    const context = await browser.newContext({ viewport });
    const from = performance.now();
    let number = 0;
    await takeTour(
      await context.newPage(),
      product,
      { name: 'Ana Pérez', phone },
      async (step, act, page) => {
        const stepFrom = performance.now();
        await act();
        console.log(`${seconds(stepFrom)}  ${name}: ${step}`);
        number += 1;
        const file = `${String(number).padStart(2, '0')}-${step.replace(/[^a-z]+/gu, '-')}.png`;
        await page().screenshot({ path: `${folder}/${file}`, fullPage: true });
      },
    );
    console.log(`${seconds(from)}  ${name}: the whole tour`);
    await context.close();
  }
} finally {
  await product.stop();
  await browser.close();
}
