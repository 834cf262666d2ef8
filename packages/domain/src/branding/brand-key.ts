import { LOCALES } from './locale.ts';

/** First path segments of the pages' host that no brand may take; language codes among them. */
const RESERVED: ReadonlySet<string> = new Set([
  'api', 'assets', 'portal', 'preview', 'webhooks', 'health', 'static', 'admin', 'privacy', 'terms', 'favicon.ico', 'robots.txt', ...LOCALES,
]); // prettier-ignore

/**
 * A brand's first path segment: 2–40 of a–z, 0–9 and inner hyphens, no reserved word. A brand that takes another keeps
 * the earlier ones: links in texts go on working.
 */
export const isBrandKey = (value: string): boolean =>
  /^[a-z0-9](?:[a-z0-9-]{0,38})[a-z0-9]$/u.test(value) && !RESERVED.has(value);

/** A key made of a name: its Latin letters and digits; empty where nothing usable is left. */
export const brandKeyFrom = (name: string): string => {
  const key = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/gu, '');
  return isBrandKey(key) ? key : '';
};
