import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { validateBrand } from './validate-brand.ts';

/** How a draft's page differs from the published one. */
export interface Preview {
  /** Path that stands for the brand's folder in the page's own links. */
  readonly base: string;
  /** The scheme to show, whatever the browser prefers; null: as it prefers. */
  readonly scheme: 'light' | 'dark' | null;
}

/** Where Astro hands a page its brand: as props in a static build, as locals from the render bundle. */
interface PageContext {
  readonly props: object;
  readonly locals: { readonly brand?: BrandPage; readonly preview?: Preview | null };
}

/** The brand a page is rendered for, checked. */
export const brandOf = ({ props, locals }: PageContext): { brand: BrandPage; preview: Preview | null } => {
  const brand = (props as { brand?: BrandPage }).brand ?? locals.brand;
  if (brand === undefined) throw new Error('The page was asked for without a brand.');
  validateBrand(brand);
  return { brand, preview: locals.preview ?? null };
};

/** The brand's folder, as the page's links name it. */
export const baseOf = (brand: BrandPage, preview: Preview | null): string =>
  preview?.base ?? `/${brand.brandKey}`;
