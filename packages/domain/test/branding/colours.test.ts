import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brandColours, isBrandColour, PAGE_BACKGROUND } from '../../src/branding/colours.ts';

/** WCAG 2.2 relative luminance, written out here so that the library is not its own judge. */
const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

test('any chosen colour gives readable colours in both schemes', () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(
      fc.oneof(colour, fc.constantFrom('#ffffff', '#000000', '#14161a', '#ffff00', '#0000FF')),
      (chosen) => {
        const colours = brandColours(chosen);
        for (const scheme of ['light', 'dark'] as const) {
          const { accent, onAccent, link } = colours[scheme];
          expect([accent, onAccent, link].every(isBrandColour)).toBe(true);
          expect(contrast(accent, PAGE_BACKGROUND[scheme])).toBeGreaterThanOrEqual(3);
          expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(link, PAGE_BACKGROUND[scheme])).toBeGreaterThanOrEqual(4.5);
        }
      },
    ),
    { numRuns: 500 },
  );
});
test('a colour that is readable already is not changed', () => {
  expect(brandColours('#0b5fff').light).toEqual({ accent: '#0b5fff', onAccent: '#ffffff', link: '#0b5fff' });
});
test.each<[string, boolean]>([
  ['#0b5fff', true], ['#0B5FFF', true], ['0b5fff', false], ['#fff', false], ['#0b5fff80', false], ['red', false], ['', false], ['#0b5ffg', false], ['#0b5fff\n', false], ['#000000;background:url(x)', false],
])('isBrandColour(%j) is %s', (value, is) => {
  expect(isBrandColour(value)).toBe(is);
}); // prettier-ignore
