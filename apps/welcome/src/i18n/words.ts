import type { Locale } from '@keyholder/domain/branding/locale';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Everything a page says besides the brand's own words. A language that lacks one does not compile. */
export type Words = { readonly [Key in keyof typeof en]: string };

/** The pages' words by language. */
export const WORDS: Readonly<Record<Locale, Words>> = { en, es, fr, ar };

/** How each language calls itself, for the switch. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ar: 'العربية',
};

/** Writing direction. */
export const directionOf = (language: Locale): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
