import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { validateBrand } from './validate-brand.ts';

/** Where Astro hands a page its brand: as props in a static build, as locals from the render bundle. */
interface PageContext {
  readonly props: object;
  readonly locals: { readonly brand?: BrandPage; readonly preview?: boolean };
}

/** The brand a page is rendered for, checked. */
export const brandOf = ({ props, locals }: PageContext): { brand: BrandPage; preview: boolean } => {
  const brand = (props as { brand?: BrandPage }).brand ?? locals.brand;
  if (brand === undefined) throw new Error('The page was asked for without a brand.');
  validateBrand(brand);
  return { brand, preview: locals.preview === true };
};
