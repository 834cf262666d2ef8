import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { brandColours } from '@keyholder/domain/branding/colours';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyMedia } from '../../src/adapters/welcome-site/built-in-media.ts';
import { PagePublisher, type RenderPages } from '../../src/adapters/welcome-site/page-publisher.ts';

const words = { heading: 'Heading', body: 'Body', video: null };
const logo = { src: '/assets/logo.webp', width: 480, height: 120 };

const brand = (changes: Partial<BrandPage> = {}): BrandPage => ({
  brandKey: 'riverside',
  name: 'Riverside Alarm',
  logoLight: logo,
  logoDark: null,
  colours: brandColours('#0b5c6b'),
  phone: '+13025550199',
  phoneDisplay: '(302) 555-0199',
  website: null,
  privacyUrl: 'https://riverside.example/privacy',
  termsUrl: 'https://riverside.example/terms',
  defaultLanguage: 'en',
  words: { en: words, es: words },
  videoRequired: false,
  version: 1,
  ...changes,
});

const POLICY = '<meta http-equiv="content-security-policy" content="default-src \'none\'">';

/** Pages that tell which version they are of, long enough that half of one would show. */
const render: RenderPages = async ({ brandKey, words: languages, version }) =>
  ['', ...Object.keys(languages).map((language) => `${language}/`)].map((folder) => ({
    path: `/${brandKey}/${folder}index.html`,
    html: `${POLICY}<p>${version}</p>${'x'.repeat(200_000)}<!-- end of ${version} -->`,
  }));

let pagesDir: string;
const publisher = (own: RenderPages = render) =>
  new PagePublisher({ pagesDir, render: own, buildId: 'build-1' });
const page = (file: string): Promise<string> => readFile(path.join(pagesDir, file), 'utf8');
const allFiles = async (): Promise<string[]> =>
  (await readdir(pagesDir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(pagesDir, path.join(entry.parentPath, entry.name)))
    .toSorted();

beforeEach(async () => {
  pagesDir = await mkdtemp(path.join(tmpdir(), 'keyholder-pages-'));
});
afterEach(() => rm(pagesDir, { recursive: true }));

describe('publishing a brand', () => {
  it('writes the first page, one page per language and the manifest, and nothing else', async () => {
    expect(await publisher().publishBrand(brand())).toEqual({ files: 3, superseded: false });
    const files = ['riverside/en/index.html', 'riverside/es/index.html', 'riverside/index.html'];
    expect(await allFiles()).toEqual(['.published/riverside.json', ...files]);
    expect(await publisher().published('riverside')).toMatchObject({ version: 1, buildId: 'build-1' });
    expect(await publisher().published('other')).toBeNull();
  });

  it('replaces the pages by a newer version, and by the same version again', async () => {
    await publisher().publishBrand(brand());
    await publisher().publishBrand(brand({ version: 2 }));
    expect(await page('riverside/index.html')).toContain('<p>2</p>');
    expect(await publisher().publishBrand(brand({ version: 2 }))).toMatchObject({ files: 3 });
  });

  it('never puts an older version over a newer one', async () => {
    await publisher().publishBrand(brand({ version: 7 }));
    expect(await publisher().publishBrand(brand({ version: 6 }))).toEqual({ files: 0, superseded: true });
    expect(await page('riverside/en/index.html')).toContain('<p>7</p>');
  });

  it('ends with the highest version when many publishers work at once, and no page mixes versions', async () => {
    const versions = Array.from({ length: 20 }, (_, index) => ((index * 7) % 20) + 1);
    await Promise.all(versions.map((version) => publisher().publishBrand(brand({ version }))));
    for (const file of ['riverside/index.html', 'riverside/en/index.html', 'riverside/es/index.html']) {
      expect(await page(file)).toMatch(/<p>20<\/p>x+<!-- end of 20 -->$/u);
    }
    expect((await allFiles()).filter((file) => /tmp|lock/u.test(file))).toEqual([]);
  });

  it('lets readers see whole pages only, while it replaces them', async () => {
    await publisher().publishBrand(brand());
    const publishing = new AbortController();
    let reads = 0;
    const reader = (async () => {
      while (!publishing.signal.aborted) {
        const html = await page('riverside/index.html');
        const version = /<p>(\d+)<\/p>/u.exec(html)?.[1];
        expect(html.endsWith(`<!-- end of ${version} -->`)).toBe(true);
        reads += 1;
      }
    })();
    for (let version = 2; version <= 30; version += 1) await publisher().publishBrand(brand({ version }));
    publishing.abort();
    await reader;
    expect(reads).toBeGreaterThan(5);
  });

  it('writes nothing when one page cannot be rendered, comes without a policy, or is missing', async () => {
    await publisher().publishBrand(brand());
    const failing: RenderPages[] = [
      () => Promise.reject(new Error('template')),
      async (value) => (await render(value)).slice(1),
      async (value) => (await render(value)).map((one) => ({ ...one, html: one.html.replace(POLICY, '') })),
      async (value) => [...(await render(value)), { path: '/other/index.html', html: POLICY }],
    ];
    for (const own of failing) {
      await expect(publisher(own).publishBrand(brand({ version: 2 }))).rejects.toThrow();
    }
    expect(await page('riverside/index.html')).toContain('<p>1</p>');
    expect(await allFiles()).toHaveLength(4);
  });

  it.each(['../evil', 'a/b', '', '.', 'API', 'assets', 'en', 'x\0y'])(
    'refuses the brand key %j',
    async (brandKey) => {
      await expect(publisher().publishBrand(brand({ brandKey }))).rejects.toThrow('Not a brand key');
      expect(await allFiles()).toEqual([]);
    },
  );

  it('refuses a language that is none', async () => {
    const languages = { en: words, '../..': words } as BrandPage['words'];
    await expect(publisher().publishBrand(brand({ words: languages }))).rejects.toThrow('Not a language');
  });

  it('removes the pages of a language that the brand gave up, and nobody else’s', async () => {
    await publisher().publishBrand(brand({ brandKey: 'other' }));
    await publisher().publishBrand(brand());
    await publisher().publishBrand(brand({ words: { en: words }, version: 2 }));
    const files = await allFiles();
    expect(files).not.toContain('riverside/es/index.html');
    expect(files).toEqual(expect.arrayContaining(['riverside/en/index.html', 'other/es/index.html']));
  });

  it('takes over the lock of a publisher that was killed', async () => {
    const lock = path.join(pagesDir, '.published/riverside.lock');
    await mkdir(lock, { recursive: true });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    expect(await publisher().publishBrand(brand())).toMatchObject({ files: 3 });
  });
});

describe('copying the built-in media', () => {
  it('gives them names by content and keeps earlier ones', async () => {
    const mediaDir = path.join(import.meta.dirname, '../../../welcome/media');
    const media = await copyMedia({ pagesDir, mediaDir });
    expect(await copyMedia({ pagesDir, mediaDir })).toEqual(media);
    const { en } = media.introductions;
    expect(en?.src).toMatch(/^\/assets\/built-in\/introduction-en\.[0-9a-f]{12}\.mp4$/u);
    for (const file of [
      en!.src,
      en!.captions,
      en!.poster.src,
      media.demoLogo.light.src,
      media.demoLogo.dark.src,
    ]) {
      expect((await readFile(path.join(pagesDir, file))).length).toBeGreaterThan(100);
    }
    expect(await allFiles()).toHaveLength(5);
  });

  it('names a changed file differently', async () => {
    const mediaDir = path.join(pagesDir, 'media');
    await mkdir(path.join(mediaDir, 'demo'), { recursive: true });
    await writeFile(
      path.join(mediaDir, 'catalogue.json'),
      '{"introductions":{},"demoLogo":{"width":4,"height":1}}',
    );
    const write = (content: string) =>
      Promise.all(
        ['light', 'dark'].map((scheme) =>
          writeFile(path.join(mediaDir, `demo/logo-${scheme}.webp`), content),
        ),
      );
    await write('one');
    const first = await copyMedia({ pagesDir, mediaDir });
    await write('two');
    const second = await copyMedia({ pagesDir, mediaDir });
    expect(second.demoLogo.light.src).not.toBe(first.demoLogo.light.src);
    expect(await page(first.demoLogo.light.src)).toBe('one');
  });
});
