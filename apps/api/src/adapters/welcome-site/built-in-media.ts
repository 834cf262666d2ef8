import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageVideo } from '@keyholder/domain/branding/brand-page';
import { isLocale, type Locale } from '@keyholder/domain/branding/locale';
import { atomicWrite } from './atomic-write.ts';

/** The media that come with the product, as a brand's page refers to them. */
export interface BuiltInMedia {
  readonly introductions: Readonly<Partial<Record<Locale, PageVideo>>>;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** `catalogue.json` beside the media, written by their generator. */
interface Catalogue {
  readonly introductions: Readonly<
    Record<string, { readonly durationSeconds: number; readonly poster: Size }>
  >;
}

/** Copies one file under a name that holds its content's hash, so hosts may cache it for ever; returns its address. */
const copy = async (pagesDir: string, mediaDir: string, file: string): Promise<string> => {
  const content = await readFile(path.join(mediaDir, file));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const { name, ext } = path.parse(file);
  const address = `/assets/built-in/${name}.${hash}${ext}`;
  const target = path.join(pagesDir, address);
  const there = await access(target).then(
    () => true,
    () => false,
  );
  if (!there) await atomicWrite(target, content);
  return address;
};

/** The folder `media` of `@keyholder/welcome`. */
export const mediaDirOfWelcome = (): string =>
  path.dirname(fileURLToPath(import.meta.resolve('@keyholder/welcome/media/catalogue.json')));

/**
 * Puts the built-in media under `<pagesDir>/assets/built-in/`. Earlier files stay: published pages refer to them.
 * @param mediaDir the folder `media` of `@keyholder/welcome`.
 */
export const copyMedia = async (options: { pagesDir: string; mediaDir: string }): Promise<BuiltInMedia> => {
  const { pagesDir, mediaDir } = options;
  const catalogue = JSON.parse(await readFile(path.join(mediaDir, 'catalogue.json'), 'utf8')) as Catalogue;
  const introductions: Partial<Record<Locale, PageVideo>> = {};
  for (const [language, { durationSeconds, poster }] of Object.entries(catalogue.introductions)) {
    if (!isLocale(language)) throw new Error(`Not a language: ${JSON.stringify(language)}.`);
    const file = `introduction-${language}`;
    introductions[language] = {
      src: await copy(pagesDir, mediaDir, `${file}.mp4`),
      poster: {
        src: await copy(pagesDir, mediaDir, `${file}.webp`),
        width: poster.width,
        height: poster.height,
      },
      captions: await copy(pagesDir, mediaDir, `${file}.vtt`),
      durationSeconds,
    };
  }
  const noLogo = path.join(pagesDir, 'assets/no-logo.svg');
  await atomicWrite(noLogo, await readFile(path.join(mediaDir, 'no-logo.svg')));
  return { introductions };
};
