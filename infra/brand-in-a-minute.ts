import { mkdir } from 'node:fs/promises';
import { launchBrowser } from './browser.ts';
import { inRepository } from './repository.ts';
import { publishNewBrand } from './studio/publish-new-brand.ts';
import { startProduct } from './tour/running-product.ts';

// A company's way from nothing to published pages, in a browser, at a machine's pace: prints how long each step took and
// leaves a screenshot of each in `screenshots/`.

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
  const admin = { origin, email: 'casey@riverside.example', password: product.password };
  const from = performance.now();
  let number = 0;
  let looking = 0;
  const address = await publishNewBrand(page, admin, 'Aurora Guard', async (step, act) => {
    const stepFrom = performance.now();
    await act();
    console.log(`${seconds(stepFrom)}  ${step}`);
    const shotFrom = performance.now();
    number += 1;
    const file = `${String(number).padStart(2, '0')}-${step.replace(/[^a-z]+/gu, '-')}.png`;
    await page.screenshot({ path: `${folder}/${file}` });
    looking += performance.now() - shotFrom;
  });
  console.log(`${seconds(from + looking)}  from signing in to published: ${address}`);
} finally {
  await product.stop();
  await browser.close();
}
