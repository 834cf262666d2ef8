import { converter, formatHex, parse, wcagContrast } from 'culori';

/** The colours of one scheme, each `#rrggbb`, readable on each other (WCAG 2.2 AA). */
export interface SchemeColours {
  /** Filled buttons and the focus ring: at least 3:1 against the page. */
  readonly accent: string;
  /** Words on `accent`: at least 4.5:1. */
  readonly onAccent: string;
  /** Links and accent words on the page: at least 4.5:1. */
  readonly link: string;
}

/** A brand's colours, computed from the one colour it chose. */
export interface BrandColours {
  readonly light: SchemeColours;
  readonly dark: SchemeColours;
}

/** Page backgrounds of the two schemes; the pages' style sheet uses the same values. */
export const PAGE_BACKGROUND = { light: '#ffffff', dark: '#14161a' } as const;

const toOklch = converter('oklch');

/** Moves the lightness of `colour` away from `background`, keeping its hue, until the contrast reaches `ratio`. */
const withContrast = (colour: string, background: string, ratio: number): string => {
  const lighter = background === PAGE_BACKGROUND.dark;
  const base = toOklch(parse(colour)) ?? { mode: 'oklch' as const, l: 0.5, c: 0, h: 0 };
  for (let step = 0; step <= 100; step += 1) {
    const l = lighter ? base.l + ((1 - base.l) * step) / 100 : base.l * (1 - step / 100);
    const hex = formatHex({ ...base, l, c: base.c * (1 - step / 100) });
    if (wcagContrast(hex, background) >= ratio) return hex;
  }
  return lighter ? '#ffffff' : '#000000';
};

const readableOn = (background: string): string =>
  wcagContrast('#ffffff', background) >= wcagContrast('#000000', background) ? '#ffffff' : '#000000';

const scheme = (chosen: string, background: string): SchemeColours => {
  const accent = withContrast(chosen, background, 3);
  return { accent, onAccent: readableOn(accent), link: withContrast(chosen, background, 4.5) };
};

/** True for a colour as the branding form takes it: `#rrggbb`. */
export const isBrandColour = (value: string): boolean => /^#[0-9a-f]{6}$/iu.test(value);

/**
 * Computes readable colours for both schemes from the brand's colour.
 * Contrast is computed, never trusted: black or white words always reach 4.5:1 on any colour.
 * @param chosenDark the colour of the dark scheme, where it is another
 */
export const brandColours = (chosen: string, chosenDark: string | null = null): BrandColours => ({
  light: scheme(chosen, PAGE_BACKGROUND.light),
  dark: scheme(chosenDark ?? chosen, PAGE_BACKGROUND.dark),
});

/** WCAG contrast of two colours, 1–21. */
export const contrastOf = (one: string, other: string): number => wcagContrast(one, other);
