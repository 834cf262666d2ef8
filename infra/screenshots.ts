import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { inRepository } from './repository.ts';
import { COMPANY_ADMIN, DEALER, SUPPORT, type Cast } from './scenes/casts.ts';
import { OTHER_PAGES } from './scenes/company-and-desk-scenes.ts';
import { signIn, type Scene } from './scenes/scenes.ts';
import { setStage } from './scenes/stage.ts';
import { startProduct } from './tour/running-product.ts';

// Screenshots of every page and window of the portal and of the states that are not often seen, light and dark, on a
// desktop and on a phone, and of a site's printed list; into `screenshots/portal/`. Arguments: parts of scenes' names;
// `--language=es` or `fr` shows another language (into `screenshots/portal-es/`), each scene as far as its address
// leads: what scenes press and wait for is English; `--only=phone-light` makes one of the four variants.

const option = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(`--${name}=`.length);
const language = option('language') ?? 'en';
const only = option('only');
const isEnglish = language === 'en';
const root = inRepository('screenshots', isEnglish ? 'portal' : `portal-${language}`);
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isWanted = ({ name }: Scene): boolean =>
  wanted.length === 0 || wanted.some((part) => name.includes(part));
const CASTS: readonly Cast[] = [
  DEALER,
  COMPANY_ADMIN,
  { ...SUPPORT, scenes: [...SUPPORT.scenes, ...OTHER_PAGES] },
];
const ALL = CASTS.flatMap(({ scenes }) => scenes);

const VARIANTS = [
  ['desktop', 'light', { width: 1280, height: 900 }],
  ['desktop', 'dark', { width: 1280, height: 900 }],
  ['phone', 'light', { width: 390, height: 844 }],
  ['phone', 'dark', { width: 390, height: 844 }],
] as const;

/** Waits for what is still loading, also in frames; those out of sight are not painted before they were in sight. */
const settle = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
  for (const frame of await page.locator('iframe').all()) {
    await frame.scrollIntoViewIfNeeded();
    await frame.contentFrame().locator('h1').first().waitFor();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
};

const browser = await launchBrowser();
if (browser === null) throw new Error('Screenshots need Chromium: install one, or set CHROMIUM_PATH.');
const product = await startProduct();
try {
  const stage = await setStage(product);
  for (const [device, colorScheme, viewport] of VARIANTS) {
    const variant = `${device}-${colorScheme}`;
    if (only !== undefined && only !== variant) continue;
    const folder = join(root, variant);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const { email, scenes: cast } of CASTS) {
      const scenes = cast.filter(isWanted);
      if (scenes.length === 0) continue;
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      await signIn(page, product, email);
      if (!isEnglish) {
        await page.evaluate((chosen) => window.localStorage.setItem('keyholder.language', chosen), language);
        context.setDefaultTimeout(1500);
      }
      for (const scene of scenes) {
        const isLoading = scene.isLoading ?? false;
        await scene
          .play(page, stage)
          .then(() => (isLoading ? undefined : settle(page)))
          .catch((error: unknown) => {
            if (!isEnglish) return;
            console.error(`${scene.name} (${device}, ${colorScheme}): ${String(error)}`);
            process.exitCode = 1;
          });
        const number = String(ALL.indexOf(scene) + 1).padStart(2, '0');
        const file = `${folder}/${number}-${scene.name.replaceAll(/[^A-Za-z]+/gu, '-')}.png`;
        const isWindow = await page.getByRole('dialog').isVisible();
        await page.screenshot({ path: file, fullPage: !isWindow });
        await page.unrouteAll({ behavior: 'ignoreErrors' });
      }
      await context.close();
    }
    if (isEnglish && device === 'desktop' && colorScheme === 'light') {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await signIn(page, product);
      await page.goto(new URL(`./sites/${stage.site.id}`, product.portalUrl).href);
      await page.getByRole('heading', { name: 'Ana Pérez' }).waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.screenshot({ path: `${folder}/99-printed.png`, fullPage: true });
      await context.close();
    }
    console.log(`${ALL.filter(isWanted).length} scenes: ${device}, ${colorScheme}`);
  }
} finally {
  await product.stop();
  await browser.close();
}
console.log(`In ${root}`);
