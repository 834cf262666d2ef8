import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { createApp } from 'astro/app/entrypoint';
import type { RenderOptions, RenderedPage } from '../render.d.ts';
import { pageLanguages, validateBrand } from '../src/brand/validate-brand.ts';
import { placePolicy } from './content-security-policy.ts';

declare const __BUILD_ID__: string;

const app = createApp({ streaming: false });

export const buildId: string = __BUILD_ID__;

export const renderPages = async (
  brand: BrandPage,
  options: RenderOptions = {},
): Promise<readonly RenderedPage[]> => {
  validateBrand(brand);
  const folders = [
    `/${brand.brandKey}/`,
    ...pageLanguages(brand).map((language) => `/${brand.brandKey}/${language}/`),
  ];
  return Promise.all(
    folders.map(async (folder) => {
      // The host is never asked for anything; a Request just cannot be without one.
      const request = new Request(new URL(folder, 'https://pages.invalid'));
      const response = await app.render(request, { locals: { brand, preview: options.preview === true } });
      if (response.status !== 200) throw new Error(`Rendering ${folder} answered ${response.status}.`);
      const html = placePolicy(await response.text(), response.headers.get('content-security-policy'));
      return { path: `${folder}index.html`, html };
    }),
  );
};
