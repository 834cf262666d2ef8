import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import type { Preview } from './brand/brand-of.ts';

declare global {
  namespace App {
    interface Locals {
      brand?: BrandPage;
      preview?: Preview | null;
    }
  }
}
