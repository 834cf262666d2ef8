import { describe, expect, test } from 'vitest';
import { isBrandKey } from '../../src/branding/brand-key.ts';
import { isLocale, LOCALES } from '../../src/branding/locale.ts';
import { isLinkToken, linkAddress } from '../../src/welcome/link.ts';

/** The first path segments that the product itself serves (architecture.md, "Addresses"). */
const SERVED = [
  'api',
  'portal',
  'webhooks',
  'assets',
  'preview',
  'health',
  'static',
  'admin',
  'privacy',
  'terms',
];

describe('brand key', () => {
  test('languages of the first pages', () => {
    expect([...LOCALES]).toEqual(['en', 'es', 'fr', 'ar']);
    expect(['en-US', 'EN', 'de', '', 'constructor'].filter(isLocale)).toEqual([]);
  });
  test.each([...LOCALES, ...SERVED])('%s is reserved', (key) => {
    expect(isBrandKey(key)).toBe(false);
    expect(isBrandKey(`${key}-alarm`)).toBe(true);
  });
  test.each(['acme', 'riverside-alarm', 'a1', '24', 'a'.repeat(40)])('%s may be taken', (key) => {
    expect(isBrandKey(key)).toBe(true);
  });
  test.each([
    '',
    'a',
    'a'.repeat(41),
    '-a',
    'a-',
    'Acme',
    'a_b',
    'a.b',
    'a/b',
    '..',
    'a b',
    'é1',
    'acme\n',
    'a%2f',
  ])('%j may not', (key) => {
    expect(isBrandKey(key)).toBe(false);
  });
});

describe('link', () => {
  test('the token stands in the fragment', () => {
    const address = linkAddress('https://v.riverside.example', 'acme', 'Ab3kP9xQ2mT7aB4cD5eF6g');
    expect(address).toBe('https://v.riverside.example/acme/#Ab3kP9xQ2mT7aB4cD5eF6g');
    expect(new URL(address).pathname).toBe('/acme/');
  });
  test.each<[string, boolean]>([
    ['Ab3kP9xQ2mT7aB4cD5eF6g', true], ['-_'.repeat(11), true], ['a'.repeat(21), false], ['a'.repeat(23), false], [`${'a'.repeat(21)}=`, false], [`${'a'.repeat(21)}é`, false], [`${'a'.repeat(22)}\n`, false], ['', false],
  ])('isLinkToken(%j) is %s', (token, is) => {
    expect(isLinkToken(token)).toBe(is);
  }); // prettier-ignore
});
