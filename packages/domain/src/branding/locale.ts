/** Languages that welcome pages and welcome texts exist in, as BCP 47 tags. */
export const LOCALES = ['en', 'es', 'fr', 'ar'] as const;

/** One of {@link LOCALES}. */
export type Locale = (typeof LOCALES)[number];

/** True for a language tag that pages and texts exist in. */
export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value);
