import { useWords } from '../../../words/words.tsx';
import { en, type BrandingWords } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

const BY_LOCALE: Readonly<Record<string, BrandingWords>> = { en, es, fr };

/** The words of the branding pages, loaded with them, in the portal's language. */
export const useBrandingWords = (): BrandingWords => BY_LOCALE[useWords().locale] ?? en;
