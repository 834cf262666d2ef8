import { templateLanguage } from '../shared/closed-template.ts';

/** Everything that the words of a page may say: a page is rendered once for all contacts, so the brand's own only. */
export const PAGE_VARIABLES = ['brand', 'phone'] as const;
export type PageVariable = (typeof PAGE_VARIABLES)[number];

/** The language of page words. */
export const PAGE_WORDS = templateLanguage(PAGE_VARIABLES);

/** Most characters of a page's heading and of its words. */
export const PAGE_WORDS_MAX = { heading: 80, body: 600 } as const;
