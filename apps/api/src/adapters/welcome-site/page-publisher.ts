import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isBrandKey } from '@keyholder/domain/branding/brand-key';
import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { contactCard } from '@keyholder/domain/branding/contact-card';
import { isLocale } from '@keyholder/domain/branding/locale';
import { atomicWrite, atomicWriteAll } from './atomic-write.ts';
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
  /** Puts the files that a page shows where its host serves them. */
  readonly placeMedia?: (page: BrandPage) => Promise<void>;
}

/** What is published below one key. */
export interface PublishedFiles {
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

interface PageFile {
  readonly file: string;
  readonly content: string;
}

/** The only pages a brand may have, built from checked parts: first its languages' pages, then its first page. */
const expectedPages = (brand: BrandPage): readonly string[] => {
  if (!isBrandKey(brand.brandKey)) throw new Error(`Not a brand key: ${JSON.stringify(brand.brandKey)}.`);
  const languages = new Set([brand.defaultLanguage, ...Object.keys(brand.words)]);
  return [
    ...[...languages].flatMap((language) => {
      if (!isLocale(language)) throw new Error(`Not a language: ${JSON.stringify(language)}.`);
      const folder = `${brand.brandKey}/${language}`;
      return [`${folder}/index.html`, `${folder}/privacy/index.html`];
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
   * Renders all of a brand's pages, puts them on disk, then replaces its files one by one, each atomically: below its key, and below the
   * keys it had before, whose links go on working. The same version may be published again (new templates, a job that
   * was killed); a lower one never replaces a higher one, whatever the order in which two publishers come. In the place
   * of a language that the brand gave up stands its first language: somebody may have kept the address.
   * @throws when a page cannot be rendered, or a key or a language is not one; then nothing was written.
   */
  async publishBrand(brand: BrandPage, formerKeys: readonly string[] = []): Promise<PublishOutcome> {
    await this.#options.placeMedia?.(brand);
    const rendered: { readonly page: BrandPage; readonly files: readonly PageFile[] }[] = [];
    for (const brandKey of [brand.brandKey, ...formerKeys]) {
      const page = { ...brand, brandKey };
      rendered.push({ page, files: [...(await this.#render(page)), ...(await this.#card(page))] });
    }
    let files = 0;
    for (const one of rendered) files += await this.#write(one.page, one.files);
    return { files, superseded: files === 0 };
  }

  /** What is published below a key; null when nothing is. */
  async published(brandKey: string): Promise<PublishedFiles | null> {
    if (!isBrandKey(brandKey)) throw new Error(`Not a brand key: ${JSON.stringify(brandKey)}.`);
    try {
      return JSON.parse(await readFile(this.#manifest(brandKey), 'utf8')) as PublishedFiles;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async #render(brand: BrandPage): Promise<readonly PageFile[]> {
    const expected = expectedPages(brand);
    const rendered = new Map(
      (await this.#options.render(brand)).map((page) => [page.path.replace(/^\//u, ''), page.html]),
    );
    const pages = expected.map((file) => {
      const content = rendered.get(file);
      if (content === undefined || !content.includes('<meta http-equiv="content-security-policy"')) {
        throw new Error(`The renderer gave no safe page for ${file}.`);
      }
      return { file, content };
    });
    if (rendered.size !== pages.length)
      throw new Error(`The renderer gave more pages than ${expected.join(', ')}.`);
    return pages;
  }

  /** The contact card ("save this number"), where a number of the sender is known. */
  async #card({ brandKey, name, phone, website, card }: BrandPage): Promise<readonly PageFile[]> {
    if (card === null) return [];
    const photo =
      card.photo === null ? null : await readFile(path.join(this.#options.pagesDir, card.photo), 'base64');
    const content = contactCard({ name, phone, website, textNumbers: card.textNumbers, photo });
    return [{ file: `${brandKey}/contact.vcf`, content }];
  }

  /** @returns how many files were written: none where a newer version is out already. */
  #write(brand: BrandPage, files: readonly PageFile[]): Promise<number> {
    const { pagesDir, buildId = null } = this.#options;
    return withBrandLock(this.#manifests, brand.brandKey, async () => {
      const before = await this.published(brand.brandKey);
      if (before !== null && before.version > brand.version) return 0;
      const all = [...files, ...this.#givenUp(brand, files, before?.files ?? [])];
      await atomicWriteAll(all.map(({ file, content }) => ({ file: path.join(pagesDir, file), content })));
      const manifest: PublishedFiles = {
        version: brand.version,
        buildId,
        files: all.map(({ file }) => file),
      };
      await atomicWrite(this.#manifest(brand.brandKey), JSON.stringify(manifest));
      return all.length;
    });
  }

  /** Pages of languages that the brand has no longer, as those of its first language. */
  #givenUp(brand: BrandPage, files: readonly PageFile[], before: readonly string[]): readonly PageFile[] {
    const now = new Map(files.map(({ file, content }) => [file, content]));
    return before.flatMap((file) => {
      const [, ...rest] = file.slice(brand.brandKey.length + 1).split('/');
      const content = now.get([brand.brandKey, brand.defaultLanguage, ...rest].join('/'));
      return now.has(file) || content === undefined ? [] : [{ file, content }];
    });
  }

  get #manifests(): string {
    return path.join(this.#options.pagesDir, '.published');
  }

  #manifest(brandKey: string): string {
    return path.join(this.#manifests, `${brandKey}.json`);
  }
}
