import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { createApp } from 'astro/app/entrypoint';
import type { PreviewOptions, RenderedPage } from '../render.d.ts';
import type { Preview } from '../src/brand/brand-of.ts';
import { pageLanguages, validateBrand } from '../src/brand/validate-brand.ts';
import { placePolicy } from './content-security-policy.ts';

declare const __BUILD_ID__: string;

const app = createApp({ streaming: false });

export const buildId: string = __BUILD_ID__;

const render = async (brand: BrandPage, folder: string, preview: Preview | null): Promise<string> => {
  // The host is never asked for anything; a Request just cannot be without one.
  const request = new Request(new URL(folder, 'https://pages.invalid'));
  const response = await app.render(request, { locals: { brand, preview } });
  if (response.status !== 200) throw new Error(`Rendering ${folder} answered ${response.status}.`);
  return placePolicy(await response.text(), response.headers.get('content-security-policy'));
};

export const renderPages = async (brand: BrandPage): Promise<readonly RenderedPage[]> => {
  validateBrand(brand);
  const folders = [
    `/${brand.brandKey}/`,
    ...pageLanguages(brand).flatMap((language) => [
      `/${brand.brandKey}/${language}/`,
      `/${brand.brandKey}/${language}/privacy/`,
    ]),
  ];
  return Promise.all(
    folders.map(async (folder) => ({
      path: `${folder}index.html`,
      html: await render(brand, folder, null),
    })),
  );
};

export const renderPreview = async (
  brand: BrandPage,
  { language, page, base, scheme }: PreviewOptions,
): Promise<string> => {
  validateBrand(brand);
  const folder = page === 'privacy' ? `${language}/privacy/` : `${language}/`;
  return render(brand, `/${brand.brandKey}/${folder}`, { base, scheme });
};
