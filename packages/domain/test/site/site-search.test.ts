import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/shared/fold.ts';
import { foundThrough, isFoundIn, readSearch, searchDocument } from '../../src/site/site-search.ts';

const SITE = {
  name: 'Ortiz Market – Élysée',
  accountNumber: 'RA-10.42',
  subscriberName: 'Dana Ortiz',
  address: '12 Elm Street',
};
const ANA = { name: 'Ana Pérez', phone: '+12125550100' };
const BEN = { name: 'Ben O’Neil', phone: '+447700900123' };

describe('a site with two contacts', () => {
  const document = searchDocument(SITE, [ANA, BEN]);

  test.each([
    'ortiz',
    'MARKET ortiz',
    'elysee',
    'Élysée',
    'ra-10.42',
    'ra1042',
    'dana elm',
    'street',
    'perez',
    '(212) 555-0100',
    '212.555',
    '+1 212 555 0100',
    '07700 900123',
    '+44 7700',
    'o',
    'be',
    "o'neil",
    'ana 12',
  ])('is found by %j', (typed) => {
    expect(isFoundIn(document, readSearch(typed)!)).toBe(true);
  });

  test.each(['ortis', 'ortiz bakery', '213 555', 'rtiz z', 'rt', 'lm', '555-0109'])(
    'is not found by %j',
    (typed) => {
      expect(isFoundIn(document, readSearch(typed)!)).toBe(false);
    },
  );

  test.each([
    ['ortiz', null],
    ['12 elm', null],
    ['perez', ANA],
    ['ortiz perez', ANA],
    ['7700 900', BEN],
    ['market 2125550100', ANA],
  ])('%j is found through %j', (typed, through) => {
    expect(foundThrough(readSearch(typed)!, SITE, [BEN, ANA])).toEqual(through);
  });
});

test.each(['', '   ', '\u0301', '+', '(', '+ (', '+1', '(2', '+4 '])('%j looks for nothing', (typed) => {
  expect(readSearch(typed)).toBeNull();
});

test('a search is bounded, whatever is pasted', () => {
  const search = readSearch('a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 '.repeat(1000))!;
  expect(search.terms).toHaveLength(8);
});

test('every site is found by any part of three letters or more, and by the beginning, of any of its words', () => {
  const words = fc.stringMatching(/^[a-zà-ÿ]{3,12}( [a-zà-ÿ]{3,12}){0,3}$/u);
  fc.assert(
    fc.property(words, words, fc.nat(), fc.nat(), (name, person, start, length) => {
      const document = searchDocument({ ...SITE, name }, [{ name: person, phone: ANA.phone }]);
      for (const word of `${name} ${person}`.split(' ')) {
        const folded = fold(word);
        const from = start % (folded.length - 2);
        const part = folded.slice(from, from + 3 + (length % folded.length));
        expect(isFoundIn(document, readSearch(part)!)).toBe(true);
        expect(isFoundIn(document, readSearch(word.slice(0, 1 + (length % 2)))!)).toBe(true);
      }
    }),
  );
});
