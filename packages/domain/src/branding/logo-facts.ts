import type { LogoFacts } from './brand-asset.ts';
import { contrastOf, PAGE_BACKGROUND } from './colours.ts';

/** A small copy of a picture: rows of red, green, blue, alpha, each 0–255. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const hex = (value: number): string => value.toString(16).padStart(2, '0');

/**
 * What a logo is like on the pages. Its contrast is that of its tenth most visible pixel: a thin dark outline makes a
 * pale logo readable, a speck of dust does not.
 */
export const logoFacts = ({ rgba }: Pixels, sourceWidth: number | null): LogoFacts => {
  const onLight: number[] = [];
  const onDark: number[] = [];
  let transparent = false;
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + 4);
    if (alpha < 200) transparent = true;
    if (alpha < 128) continue;
    const colour = `#${hex(red)}${hex(green)}${hex(blue)}`;
    onLight.push(contrastOf(colour, PAGE_BACKGROUND.light));
    onDark.push(contrastOf(colour, PAGE_BACKGROUND.dark));
  }
  const visible = (contrasts: number[]): number =>
    contrasts.toSorted((a, b) => b - a)[Math.floor(contrasts.length / 10)] ?? 1;
  return { transparent, contrastOnLight: visible(onLight), contrastOnDark: visible(onDark), sourceWidth };
};
