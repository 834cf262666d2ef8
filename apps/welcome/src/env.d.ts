/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    brand?: import('@keyholder/domain/branding/brand-page').BrandPage;
    preview?: boolean;
  }
}

declare module 'virtual:keyholder/brands' {
  /** The brands of a static build; none in the render bundle. */
  const brands: readonly import('@keyholder/domain/branding/brand-page').BrandPage[];
  export default brands;
}
