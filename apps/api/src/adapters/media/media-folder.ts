import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { assetAddress } from '@keyholder/domain/branding/brand-asset';
import type { BrandPage } from '@keyholder/domain/branding/brand-page';

/** Names of kept files: a hash of their content and what they are. */
const FILE = /^[0-9a-f]{32}\.(?:webp|jpg|mp4|vtt)$/u;
const COMPANY = /^[0-9a-f-]{36}$/u;
/** Where a page names a company's file. */
const ADDRESS = /^\/assets\/c\/([0-9a-f-]{36})\/([0-9a-f]{32}\.(?:webp|jpg|mp4|vtt))$/u;

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** The files that a page shows. */
const shownBy = (page: BrandPage): readonly string[] => {
  const images = [page.logoLight.src, page.logoDark?.src, page.card?.photo];
  const films = Object.values(page.words).flatMap(({ video }) =>
    video === null ? [] : [video.src, video.captions, video.poster.src],
  );
  return [...images, ...films].filter((address) => typeof address === 'string');
};

/** Uploaded files, one folder per company, each named after its content. */
export class MediaFolder {
  constructor(private readonly root: string) {}

  /** A place for a file on its way in; who asks for it removes it. */
  async temporary(): Promise<string> {
    const folder = path.join(this.root, '.incoming');
    await mkdir(folder, { recursive: true });
    return path.join(folder, randomUUID());
  }

  /** Keeps content; returns the name of the file. Keeping the same twice is keeping it once. */
  async keep(companyId: string, content: Uint8Array, extension: string): Promise<string> {
    const temporary = await this.temporary();
    const handle = await open(temporary, 'wx', 0o644);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const file = `${createHash('sha256').update(content).digest('hex').slice(0, 32)}.${extension}`;
    const target = this.file(companyId, file);
    await mkdir(path.dirname(target), { recursive: true });
    await rename(temporary, target);
    return file;
  }

  async read(companyId: string, file: string): Promise<Uint8Array | null> {
    if (!COMPANY.test(companyId) || !FILE.test(file)) return null;
    return readFile(this.file(companyId, file)).catch(() => null);
  }

  /**
   * Puts the company's files that a page shows where the pages' host serves them. Earlier ones stay: published pages
   * refer to them.
   * @throws where one is not there: a page that shows nothing must not go out.
   */
  async place(page: BrandPage, pagesDir: string): Promise<void> {
    for (const address of shownBy(page)) {
      const [, companyId = '', file = ''] = ADDRESS.exec(address) ?? [];
      if (file !== '') await this.placeFile(companyId, file, pagesDir);
    }
  }

  /** Puts one file where the pages' host serves it. */
  async placeFile(companyId: string, file: string, pagesDir: string): Promise<void> {
    const source = this.file(companyId, file);
    const target = path.join(pagesDir, assetAddress(companyId, file));
    if (await exists(target)) return;
    await mkdir(path.dirname(target), { recursive: true });
    const temporary = `${target}.${randomUUID()}.tmp`;
    try {
      await copyFile(source, temporary);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  private file(companyId: string, file: string): string {
    if (!COMPANY.test(companyId) || !FILE.test(file))
      throw new Error(`Not a company's file: ${JSON.stringify(`${companyId}/${file}`)}.`);
    return path.join(this.root, companyId, file);
  }
}
