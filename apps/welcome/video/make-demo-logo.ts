/**
 * Draws the demo brand's logo from its SVG sources: `node video/make-demo-logo.ts` (needs Chromium and ffmpeg).
 * Run by hand when the drawing changes; the WebP files are committed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../../infra/browser.ts';

const WIDTH = 480;
const HEIGHT = 120;
const folder = join(import.meta.dirname, '../media/demo');

const browser = await launchBrowser();
if (browser === null) throw new Error('Drawing the logo needs Chromium.');
const scratch = await mkdtemp(join(tmpdir(), 'keyholder-logo-'));
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  for (const scheme of ['light', 'dark']) {
    const svg = await readFile(join(folder, `logo-${scheme}.svg`), 'utf8');
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:auto}</style>${svg}`);
    const png = join(scratch, `${scheme}.png`);
    await writeFile(png, await page.screenshot({ omitBackground: true }));
    const webp = join(folder, `logo-${scheme}.webp`);
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', png, '-c:v', 'libwebp', '-lossless', '1', webp]);
  }
} finally {
  await browser.close();
  await rm(scratch, { recursive: true });
}
