declare module 'virtual:keyholder/brands' {
  import type { BrandPage } from '@keyholder/domain/branding/brand-page';

  /** The brands of a static build; none in the render bundle. */
  const brands: readonly BrandPage[];
  export default brands;
}
