// Builds the demo brand's page under BRANDS keys as a plain Astro site, all at once, and prints how long that took.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inRepository } from '../../repository.ts';
import { demoPage } from './demo-page.ts';

const count = Number(process.env['BRANDS']);
const page = await demoPage<object>(process.env['DATABASE_URL'] ?? '');
const folder = await mkdtemp(path.join(tmpdir(), 'keyholder-bench-astro-'));
try {
  const brands = Array.from({ length: count }, (_, n) => ({ ...page, brandKey: `bench-${n}` }));
  const [brandsFile, outDir] = [path.join(folder, 'brands.json'), path.join(folder, 'site')];
  await writeFile(brandsFile, JSON.stringify(brands));
  const from = performance.now();
  const astro = inRepository('apps', 'welcome', 'bundle', 'astro.ts');
  await promisify(execFile)(process.execPath, [astro, 'static', brandsFile, outDir], {
    maxBuffer: 64 * 2 ** 20,
  });
  const seconds = (performance.now() - from) / 1000;
  const files = await readdir(outDir, { recursive: true });
  const pages = files.filter((file) => file.endsWith('index.html')).length;
  if (pages < count) throw new Error(`Astro made ${pages} pages for ${count} brands.`);
  console.log(JSON.stringify({ seconds, pages }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
