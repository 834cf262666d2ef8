import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { PAGE_BACKGROUND } from '@keyholder/domain/branding/colours';
import { LOCALES } from '@keyholder/domain/branding/locale';
import { buildId, renderPages, renderPreview, type PreviewOptions } from '@keyholder/welcome';
import { describe, expect, it } from 'vitest';
import { placePolicy } from '../bundle/content-security-policy.ts';
import { sourceHash } from '../bundle/source-hash.ts';
import { WORDS } from '../src/i18n/words.ts';
import { inEnglish, riverside } from './fixture.ts';

const first = async (brand: BrandPage): Promise<string> => (await renderPages(brand))[0]!.html;
const preview = (changes: Partial<PreviewOptions> = {}, brand = riverside()): Promise<string> =>
  renderPreview(brand, { language: 'en', page: 'welcome', base: '/preview/x', scheme: null, ...changes });
const policyOf = (html: string): string =>
  /<meta http-equiv="content-security-policy" content="([^"]*)">/u.exec(html)?.[1] ?? '';

describe('the pages of a brand', () => {
  it('are its first page and two per language: the welcome page, and one about the texts', async () => {
    const pages = await renderPages(riverside());
    expect(pages.map(({ path }) => path)).toEqual(
      ['', ...LOCALES.flatMap((language) => [`${language}/`, `${language}/privacy/`])].map(
        (folder) => `/riverside/${folder}index.html`,
      ),
    );
    expect(pages.at(-2)!.html).toContain('<html lang="ar" dir="rtl">');
    expect((await renderPages(inEnglish()))[0]!.html).not.toContain('<nav');
  });

  it('come out the same every time, and name the build', async () => {
    expect(await renderPages(riverside())).toEqual(await renderPages(riverside()));
    expect(buildId).toBe(sourceHash());
  });

  it('load within the budget: 6 KB compressed', async () => {
    for (const { path, html } of await renderPages(riverside())) {
      expect(brotliCompressSync(html).length, path).toBeLessThanOrEqual(6 * 1024);
    }
  });

  it('link to the company’s own privacy and terms where it has them, else to the built-in page', async () => {
    const own = await first(riverside());
    expect(own).toContain('href="https://riverside.example/privacy"');
    expect(own).not.toContain('href="/riverside/en/privacy/"');
    const builtIn = await first(riverside({ privacyUrl: null, termsUrl: null }));
    expect(builtIn).toContain('href="/riverside/en/privacy/"');
    expect(builtIn).toContain('href="/riverside/en/privacy/#terms"');
  });

  it('offer a contact card where a number of the sender is known', async () => {
    expect(await first(riverside())).toContain('href="/riverside/contact.vcf"');
    expect(await first(riverside({ card: null }))).not.toContain('contact.vcf');
  });

  it('are the same as a draft, but for the banner, the played network and the links', async () => {
    const draft = await preview();
    const [, published] = await renderPages(riverside());
    expect(draft).toContain(WORDS.en.previewBanner);
    expect(published!.html).not.toContain(WORDS.en.previewBanner);
    const bare = (html: string) =>
      html
        .replace(/<meta http-equiv="content-security-policy"[^>]*>/u, '')
        .replace(/<aside[\s\S]*?<\/aside>\s*<script[\s\S]*?<\/script>/u, '')
        .replaceAll('/preview/x/', '/riverside/')
        .replaceAll(/\s+/gu, ' ');
    expect(bare(draft)).toBe(bare(published!.html));
  });

  it('are dark, or square, where the brand says so', async () => {
    const html = await first(riverside({ scheme: 'dark', corners: 'square' }));
    expect(html).not.toContain('prefers-color-scheme');
    expect(html).toContain(':root{--corner:0}');
    expect(html).toContain('<meta name="color-scheme" content="dark">');
  });

  it('can be looked at in the other scheme, under a policy that still names every style', async () => {
    const dark = await preview({ scheme: 'dark' });
    expect(dark).not.toContain('prefers-color-scheme');
    expect(dark).toContain('<meta name="color-scheme" content="dark">');
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/u.exec(dark) ?? [];
    expect(policyOf(dark)).toContain(createHash('sha256').update(style).digest('base64'));
    expect(await preview({ scheme: 'light', page: 'privacy' })).toContain('content="light"');
  });

  it('use the backgrounds that the brand’s colours were computed for', async () => {
    const css = await readFile(join(import.meta.dirname, '../src/styles/page.css'), 'utf8');
    const backgrounds = [...css.matchAll(/--page: (#[0-9a-f]+);/gu)].map(([, colour]) => colour);
    expect(backgrounds).toEqual(['#fff', PAGE_BACKGROUND.dark]);
    expect(PAGE_BACKGROUND.light).toBe('#ffffff');
  });

  it.each(LOCALES)('fill every slot of the words in %s', async (language) => {
    const known = new Set(
      Object.values(WORDS.en)
        .join()
        .match(/\{\w+\}/gu),
    );
    for (const [key, text] of Object.entries(WORDS[language])) {
      expect(text.trim(), key).not.toBe('');
      const slots = (words: string) => (words.match(/\{\w+\}/gu) ?? []).toSorted();
      expect(slots(text), key).toEqual(slots(WORDS.en[key as keyof typeof WORDS.en]));
    }
    const html = await first(riverside({ defaultLanguage: language }));
    for (const slot of known) expect(html).not.toContain(slot);
  });

  it.each(LOCALES)('speak of no video where there is none, in %s', async (language) => {
    const { words } = riverside();
    const html = await first(
      riverside({ defaultLanguage: language, words: { [language]: { ...words[language]!, video: null } } }),
    );
    // What the document only tells its script is said by pages that ask for the video.
    expect(html.replaceAll(/ data-settings="[^"]*"|<(style|script)[\s\S]*?<\/\1>/gu, '')).not.toMatch(
      /v[ií]d[eé]o|فيديو/iu,
    );
  });
});

describe('the Content-Security-Policy', () => {
  it('stands before everything it governs, allows what is inline by hash only, and nothing from elsewhere', async () => {
    for (const { path, html } of await renderPages(riverside())) {
      expect(html).toMatch(/<head><meta charset="utf-8"><meta http-equiv="content-security-policy"/u);
      const policy = policyOf(html);
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toMatch(/https?:|\*/u);
      for (const part of [
        "default-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        "connect-src 'self'",
      ]) {
        expect(policy).toContain(part);
      }
      const inline = [...html.matchAll(/<(style|script)[^>]*>([\s\S]*?)<\/\1>/gu)].map(
        ([, , content]) => content ?? '',
      );
      expect(inline).toHaveLength(path.endsWith('/privacy/index.html') ? 1 : 2);
      expect(policy.match(/'sha256-/gu)).toHaveLength(inline.length);
      for (const content of inline) {
        expect(policy).toContain(`'sha256-${createHash('sha256').update(content).digest('base64')}'`);
      }
      expect(html).not.toMatch(/ (?:style|on\w+)=/u);
    }
  });

  it('is demanded: a page without one, with two, or with a weak one is refused', () => {
    const page = '<head><meta charset="utf-8"></head>';
    const policy =
      "default-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; script-src 'self'";
    expect(placePolicy(page, policy)).toContain(
      `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}">`,
    );
    expect(() => placePolicy(page, null)).toThrow('no safe Content-Security-Policy');
    expect(() => placePolicy(page, `${policy} 'unsafe-inline'`)).toThrow('no safe Content-Security-Policy');
    expect(() => placePolicy(page, "script-src 'self'")).toThrow('no safe Content-Security-Policy');
    expect(() => placePolicy('<head></head>', policy)).toThrow('charset');
    const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
    expect(() => placePolicy(`${page}${meta}${meta}`, null)).toThrow('more than one');
  });
});

describe('a hostile brand', () => {
  const probe = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{constructor}}</style>';

  it('cannot put markup on the page by its words', async () => {
    const html = await first(
      inEnglish({
        name: probe,
        phoneDisplay: probe,
        words: { en: { heading: probe, body: probe, video: null } },
      }),
    );
    // Inside a quoted attribute only a quote could end the value, so what counts is what is left without attributes.
    const markup = html.replaceAll(/="[^"]*"/gu, '');
    expect(markup).not.toContain('<script>alert');
    expect(markup).not.toContain('<img src=x');
    expect(markup).toContain('&lt;script&gt;alert(1)');
    expect(markup.match(/<script/gu)).toHaveLength(1);
    expect(html).toContain('alt="&quot;>');
  });

  it.each<[string, Partial<BrandPage>]>([
    ['a script as privacy address', { privacyUrl: 'javascript:alert(1)' }],
    ['a script in disguise', { termsUrl: ' java\nscript:alert(1)' }],
    ['a data address', { website: 'data:text/html,x' }],
    ['a number that is none', { card: { textNumbers: ['+1\nTEL:2'], photo: null } }],
    ['another host as photo', { card: { textNumbers: ['+12125550198'], photo: '//evil.example/x.jpg' } }],
    ['another host as logo', { logoLight: { src: '//evil.example/x.webp', width: 1, height: 1 } }],
    ['a folder above', { logoDark: { src: '/assets/../api/x', width: 1, height: 1 } }],
    [
      'a colour with a style sheet in it',
      {
        colours: {
          ...riverside().colours,
          light: { accent: '#fff}*{}', onAccent: '#000000', link: '#000000' },
        },
      },
    ],
    ['a key with a path in it', { brandKey: '../x' }],
    ['a reserved key', { brandKey: 'assets' }],
    ['a phone that is none', { phone: '+1;ext=javascript' }],
    ['a default language without words', { defaultLanguage: 'fr' }],
  ])('is refused: %s', async (_, changes) => {
    await expect(renderPages(inEnglish(changes))).rejects.toThrow('may not go on a page');
  });
});

describe('the plain static build', () => {
  it('gives the very bytes that the render bundle gives', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keyholder-static-'));
    try {
      const brands = [
        riverside(),
        inEnglish({
          brandKey: 'acme-2',
          name: 'Ac"me </script>',
          logoDark: null,
          videoRequired: true,
          website: null,
          privacyUrl: null,
          termsUrl: null,
          card: null,
          scheme: 'dark',
          corners: 'square',
        }),
      ];
      await writeFile(join(folder, 'brands.json'), JSON.stringify(brands));
      const script = join(import.meta.dirname, '../bundle/astro.ts');
      execFileSync(process.execPath, [script, 'static', join(folder, 'brands.json'), join(folder, 'site')], {
        stdio: 'pipe',
      });
      const files = (await readdir(join(folder, 'site'), { recursive: true })).filter((file) =>
        file.endsWith('.html'),
      );
      const pages = (await Promise.all(brands.map((brand) => renderPages(brand)))).flat();
      expect(files.map((file) => `/${file}`).toSorted()).toEqual(pages.map(({ path }) => path).toSorted());
      for (const { path, html } of pages)
        expect(await readFile(join(folder, 'site', path), 'utf8'), path).toBe(html);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
