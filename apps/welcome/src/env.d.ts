import type { BrandPage } from '@keyholder/domain/branding/brand-page';

declare global {
  namespace App {
    interface Locals {
      brand?: BrandPage;
      preview?: boolean;
    }
  }
}
