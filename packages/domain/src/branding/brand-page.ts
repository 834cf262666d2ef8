import type { BrandColours } from './colours.ts';
import type { Locale } from './locale.ts';

/** Whether the pages are light, dark, or as the reader's phone prefers. */
export const SCHEMES = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** How buttons, cards and the video are cut. */
export const CORNERS = ['round', 'square'] as const;
export type Corners = (typeof CORNERS)[number];

/** A picture that the pages' own host serves; the size is the picture's, in CSS pixels. */
export interface PageImage {
  /** Absolute path on the pages' host, for example `/assets/riverside/logo-3f9a.webp`. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** The introduction video in one language; every path is absolute on the pages' host. */
export interface PageVideo {
  /** MP4 (H.264, AAC). */
  readonly src: string;
  readonly poster: PageImage;
  /** WebVTT captions in the video's language. */
  readonly captions: string;
  readonly durationSeconds: number;
}

/** What a contact card ("save this number") holds besides the brand's name and telephone. */
export interface PageCard {
  /** Numbers that the brand's texts come from, E.164; at least one. */
  readonly textNumbers: readonly string[];
  /** Path of a JPEG with the logo; null: no picture. */
  readonly photo: string | null;
}

/** What one language's welcome page says. Plain text; brand variables are already filled in. */
export interface PageWords {
  readonly heading: string;
  /** Line breaks are kept, no markup. */
  readonly body: string;
  readonly video: PageVideo | null;
}

/**
 * One published brand, as its static pages are rendered from it.
 * It holds nothing about any contact: a page is rendered once for all of a brand's contacts.
 */
export interface BrandPage {
  /** First path segment of these pages. */
  readonly brandKey: string;
  readonly name: string;
  readonly logoLight: PageImage;
  /** Shown on dark backgrounds; the light one where null. */
  readonly logoDark: PageImage | null;
  /** Already corrected for contrast. */
  readonly colours: BrandColours;
  /** `auto`: as the reader's phone prefers. */
  readonly scheme: Scheme;
  readonly corners: Corners;
  /** The company's telephone, E.164. */
  readonly phone: string;
  /** The same number as people of its country write it. */
  readonly phoneDisplay: string;
  readonly website: string | null;
  /** The company's own pages; null: the built-in page about the texts. */
  readonly privacyUrl: string | null;
  readonly termsUrl: string | null;
  readonly defaultLanguage: Locale;
  /** At least the default language. */
  readonly words: Readonly<Partial<Record<Locale, PageWords>>>;
  /** The contact card that is offered after confirming; null where no number of the sender is known. */
  readonly card: PageCard | null;
  /** Confirm stays closed until the video was played to its end. */
  readonly videoRequired: boolean;
  /** Number of the published version; kept in the consent evidence as the page that was shown. */
  readonly version: number;
}
