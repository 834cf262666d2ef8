import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MediaFolder } from '../../src/adapters/media/media-folder.ts';
import { copyMedia } from '../../src/adapters/welcome-site/built-in-media.ts';
import { PagePublisher, type RenderPages } from '../../src/adapters/welcome-site/page-publisher.ts';
import { brand, POLICY, render, words } from './pages.ts';

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
  it('writes the first page, two pages per language and the manifest, and nothing else', async () => {
    expect(await publisher().publishBrand(brand())).toEqual({ files: 5, superseded: false });
    const files = [
      'riverside/en/index.html',
      'riverside/en/privacy/index.html',
      'riverside/es/index.html',
      'riverside/es/privacy/index.html',
      'riverside/index.html',
    ];
    expect(await allFiles()).toEqual(['.published/riverside.json', ...files]);
    expect(await publisher().published('riverside')).toMatchObject({ version: 1, buildId: 'build-1' });
    expect(await publisher().published('other')).toBeNull();
  });

  it('replaces the pages by a newer version, and by the same version again', async () => {
    await publisher().publishBrand(brand());
    await publisher().publishBrand(brand({ version: 2 }));
    expect(await page('riverside/index.html')).toContain('<p>2</p>');
    expect(await publisher().publishBrand(brand({ version: 2 }))).toMatchObject({ files: 5 });
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
      expect(await page(file)).toMatch(/<p>20<\/p><i>[\w/]*<\/i>x+<!-- end of 20 -->$/u);
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
    expect(await allFiles()).toHaveLength(6);
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

  it('shows the first language where a language was given up, and leaves other brands alone', async () => {
    await publisher().publishBrand(brand({ brandKey: 'other' }));
    await publisher().publishBrand(brand());
    for (const version of [2, 3]) {
      await publisher().publishBrand(brand({ words: { en: words }, version }));
      expect(await page('riverside/es/index.html')).toContain(`<p>${version}</p><i>en/</i>`);
      expect(await page('riverside/es/privacy/index.html')).toContain(`<p>${version}</p><i>en/privacy/</i>`);
    }
    expect(await page('other/es/index.html')).toContain('<p>1</p><i>es/</i>');
  });

  it('stands below every key that the brand ever had', async () => {
    await publisher().publishBrand(brand());
    await publisher().publishBrand(brand({ brandKey: 'river', version: 2 }), ['riverside']);
    for (const key of ['river', 'riverside'])
      expect(await page(`${key}/es/index.html`), key).toContain('<p>2</p>');
    // A job of before the change, that comes late.
    expect(await publisher().publishBrand(brand())).toMatchObject({ superseded: true });
    expect(await page('riverside/index.html')).toContain('<p>2</p>');
  });

  it('puts the brand’s files there before the pages that show them, and the contact card with the logo', async () => {
    const media = new MediaFolder(path.join(pagesDir, '../media'));
    const company = '019ac000-0000-7000-8000-0000000000aa';
    const webp = await media.keep(company, Buffer.from('picture'), 'webp');
    const jpg = await media.keep(company, Buffer.from('photo'), 'jpg');
    const address = (file: string) => `/assets/c/${company}/${file}`;
    const shown = brand({
      logoLight: { src: address(webp), width: 4, height: 1 },
      card: { textNumbers: ['+12125550198'], photo: address(jpg) },
    });
    const own = new PagePublisher({ pagesDir, render, placeMedia: (of) => media.place(of, pagesDir) });
    await own.publishBrand(shown);
    expect(await page(address(webp))).toBe('picture');
    const card = await page('riverside/contact.vcf');
    expect(card).toContain('FN:Riverside Alarm');
    expect(card).toContain(Buffer.from('photo').toString('base64'));
    const missing = brand({
      version: 2,
      logoLight: { src: address(`${'0'.repeat(32)}.webp`), width: 4, height: 1 },
    });
    await expect(own.publishBrand(missing)).rejects.toThrow('ENOENT');
    expect(await page('riverside/index.html')).toContain('<p>1</p>');
  });

  it('survives a publisher that is killed in the middle: whole pages before and after, and no waiting', async () => {
    await publisher().publishBrand(brand());
    const program = path.join(import.meta.dirname, 'publish-for-ever.ts');
    for (let round = 0; round < 3; round += 1) {
      const child = fork(program, [pagesDir], { execArgv: ['--conditions=@keyholder/source'] });
      await once(child, 'message');
      // Somewhere between two files.
      await vi.waitFor(
        async () => {
          const versions = await Promise.all(
            ['index.html', 'en/index.html'].map(
              async (file) => /<p>(\d+)</u.exec(await page(`riverside/${file}`))?.[1],
            ),
          );
          expect(new Set(versions).size).toBe(2);
        },
        { timeout: 10_000, interval: 0 },
      );
      child.kill('SIGKILL');
      await once(child, 'exit');
      for (const file of ['riverside/index.html', 'riverside/en/index.html', 'riverside/es/index.html']) {
        const html = await page(file);
        expect(html.endsWith(`<!-- end of ${/<p>(\d+)</u.exec(html)?.[1]} -->`)).toBe(true);
      }
      const version = (round + 1) * 1_000_000;
      const before = performance.now();
      expect(await publisher().publishBrand(brand({ version }))).toMatchObject({ files: 5 });
      // The lock of the dead would be waited for 30 seconds if nobody saw that its holder is dead.
      expect(performance.now() - before).toBeLessThan(20_000);
      expect(await page('riverside/en/index.html')).toContain(`<p>${version}</p>`);
    }
  });

  it('takes over the lock of a publisher that was killed', async () => {
    const lock = path.join(pagesDir, '.published/riverside.lock');
    await mkdir(lock, { recursive: true });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    expect(await publisher().publishBrand(brand())).toMatchObject({ files: 5 });
  });
});

describe('copying the built-in media', () => {
  it('gives them names by content and keeps earlier ones', async () => {
    const mediaDir = path.join(import.meta.dirname, '../../../welcome/media');
    const media = await copyMedia({ pagesDir, mediaDir });
    expect(await copyMedia({ pagesDir, mediaDir })).toEqual(media);
    const { en } = media.introductions;
    expect(en?.src).toMatch(/^\/assets\/built-in\/introduction-en\.[0-9a-f]{12}\.mp4$/u);
    for (const file of [en!.src, en!.captions, en!.poster.src, '/assets/no-logo.svg']) {
      expect((await readFile(path.join(pagesDir, file))).length).toBeGreaterThan(100);
    }
    expect(await allFiles()).toHaveLength(13);
  });

  it('names a changed file differently', async () => {
    const mediaDir = path.join(pagesDir, 'media');
    await mkdir(mediaDir, { recursive: true });
    const poster = { width: 4, height: 1 };
    const catalogue = { introductions: { fr: { durationSeconds: 1, poster } } };
    await writeFile(path.join(mediaDir, 'catalogue.json'), JSON.stringify(catalogue));
    await writeFile(path.join(mediaDir, 'no-logo.svg'), '<svg/>');
    const write = (content: string) =>
      Promise.all(
        ['mp4', 'webp', 'vtt'].map((ending) =>
          writeFile(path.join(mediaDir, `introduction-fr.${ending}`), content),
        ),
      );
    const source = async () => (await copyMedia({ pagesDir, mediaDir })).introductions.fr!.src;
    await write('one');
    const first = await source();
    await write('two');
    expect(await source()).not.toBe(first);
    expect(await page(first)).toBe('one');
  });
});
