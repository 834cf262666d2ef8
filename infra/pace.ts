import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { inRepository } from './repository.ts';
import { signIn } from './scenes/scenes.ts';
import { done, setStage } from './scenes/stage.ts';
import { startProduct } from './tour/running-product.ts';

// A person adds a contact: from opening the site to the text on the phone, at forty words a minute and with a moment to
// look before each press. Records it into `screenshots/pace/` and prints how long it took.

const LOOK_MS = 900;
const READ_MS = 3000;
const KEY = { delay: 200 };

const browser = await launchBrowser();
if (browser === null) throw new Error('This needs Chromium: install one, or set CHROMIUM_PATH.');
const product = await startProduct();
try {
  const { api } = await setStage(product);
  const site = await done(
    api.POST('/api/v1/sites', {
      body: { name: 'Pace Plaza', accountNumber: 'PACE', country: 'US', timeZone: 'America/Chicago' },
    }),
  );
  const dir = inRepository('screenshots', 'pace');
  await mkdir(dir, { recursive: true });
  const viewport = { width: 1280, height: 800 };
  const context = await browser.newContext({ viewport });
  await context.tracing.start({ screenshots: true, snapshots: true, title: 'A contact added at human pace' });
  const page = await context.newPage();
  await signIn(page, product);
  const dialog = page.getByRole('dialog');
  const look = (): Promise<void> => page.waitForTimeout(LOOK_MS);
  const began = performance.now();
  await page.goto(new URL(`./sites/${site.id}`, product.portalUrl).href);
  await look();
  await page.getByRole('link', { name: 'Add a contact' }).click();
  await look();
  await dialog.getByLabel('Full name').pressSequentially('Zoë Kowalski', KEY);
  await page.keyboard.press('Tab');
  await dialog.getByLabel('Cell phone').pressSequentially('2125550125', KEY);
  await look();
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await dialog.getByText(/named you an emergency contact/u).waitFor();
  await page.waitForTimeout(READ_MS);
  await dialog.getByText('Spoken', { exact: true }).click();
  await look();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Pending confirmation', { exact: true }).waitFor();
  console.log(
    `From opening the site to "on the phone": ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  const recording = join(dir, 'trace.zip');
  await context.tracing.stop({ path: recording });
  await context.close();
  console.log(`Recorded in ${recording}: pnpm exec playwright-core show-trace shows it`);
} finally {
  await product.stop();
  await browser.close();
}
