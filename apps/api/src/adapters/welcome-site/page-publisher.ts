import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isBrandKey } from '@keyholder/domain/branding/brand-key';
import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { isLocale } from '@keyholder/domain/branding/locale';
import { atomicWrite } from './atomic-write.ts';
import { withBrandLock } from './brand-lock.ts';

/** The render bundle of the welcome pages (`renderPages` of `@keyholder/welcome`). */
export type RenderPages = (
  brand: BrandPage,
) => Promise<readonly { readonly path: string; readonly html: string }[]>;

/** Where pages go and what renders them. */
export interface PagePublisherOptions {
  /** Folder that the pages' host serves as its root. */
  readonly pagesDir: string;
  readonly render: RenderPages;
  /** Build of the templates, kept with what was published: brands of another build are stale. */
  readonly buildId?: string;
}

/** What is published of a brand. */
export interface PublishedBrand {
  readonly version: number;
  readonly buildId: string | null;
  /** Paths below the pages' folder. */
  readonly files: readonly string[];
}

/** The outcome of one publishing. */
export interface PublishOutcome {
  /** Files written; 0 when a newer version is already out. */
  readonly files: number;
  readonly superseded: boolean;
}

/** The only files a brand may have, built from checked parts: first its languages' pages, then its first page. */
const expectedFiles = (brand: BrandPage): readonly string[] => {
  if (!isBrandKey(brand.brandKey)) throw new Error(`Not a brand key: ${JSON.stringify(brand.brandKey)}.`);
  const languages = new Set([brand.defaultLanguage, ...Object.keys(brand.words)]);
  return [
    ...[...languages].map((language) => {
      if (!isLocale(language)) throw new Error(`Not a language: ${JSON.stringify(language)}.`);
      return `${brand.brandKey}/${language}/index.html`;
    }),
    `${brand.brandKey}/index.html`,
  ];
};

/** Writes brands as plain files that any static host can serve. */
export class PagePublisher {
  readonly #options: PagePublisherOptions;

  constructor(options: PagePublisherOptions) {
    this.#options = options;
  }

  /**
   * Renders all of a brand's pages, then replaces its files one by one, each atomically. The same version may be
   * published again (new templates, a job that was killed); a lower one never replaces a higher one, whatever the order
   * in which two publishers come. Pages of languages that the brand no longer has are removed.
   * @throws when a page cannot be rendered, or the brand's key or a language is not one; then nothing was written.
   */
  async publishBrand(brand: BrandPage): Promise<PublishOutcome> {
    const { pagesDir, render, buildId = null } = this.#options;
    const files = expectedFiles(brand);
    const rendered = new Map((await render(brand)).map((page) => [page.path.replace(/^\//u, ''), page.html]));
    const pages = files.map((file) => {
      const html = rendered.get(file);
      if (html === undefined || !html.includes('<meta http-equiv="content-security-policy"')) {
        throw new Error(`The renderer gave no safe page for ${file}.`);
      }
      return { file, html };
    });
    if (rendered.size !== pages.length)
      throw new Error(`The renderer gave more pages than ${files.join(', ')}.`);

    return withBrandLock(this.#manifests, brand.brandKey, async () => {
      const before = await this.published(brand.brandKey);
      if (before !== null && before.version > brand.version) return { files: 0, superseded: true };
      for (const { file, html } of pages) await atomicWrite(path.join(pagesDir, file), html);
      const manifest: PublishedBrand = { version: brand.version, buildId, files };
      await atomicWrite(this.#manifest(brand.brandKey), JSON.stringify(manifest));
      for (const file of before?.files ?? []) {
        if (!files.includes(file)) await rm(path.join(pagesDir, file), { force: true });
      }
      return { files: pages.length, superseded: false };
    });
  }

  /** What is published of a brand; null when nothing is. */
  async published(brandKey: string): Promise<PublishedBrand | null> {
    if (!isBrandKey(brandKey)) throw new Error(`Not a brand key: ${JSON.stringify(brandKey)}.`);
    try {
      return JSON.parse(await readFile(this.#manifest(brandKey), 'utf8')) as PublishedBrand;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  get #manifests(): string {
    return path.join(this.#options.pagesDir, '.published');
  }

  #manifest(brandKey: string): string {
    return path.join(this.#manifests, `${brandKey}.json`);
  }
}
