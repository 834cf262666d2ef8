import { expect, test } from 'vitest';
import { clockIn, exactTime, relativeTime } from '../src/format/relative-time.ts';
import { formattingLocale } from '../src/format/locale.ts';

const now = new Date('2026-11-24T12:00:00Z');
const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

test.each([
  [0, 'now'],
  [9, 'now'],
  [-9, 'now'],
  [10, '10 seconds ago'],
  [59, '59 seconds ago'],
  [60, '1 minute ago'],
  [119, '1 minute ago'],
  [180, '3 minutes ago'],
  [3599, '59 minutes ago'],
  [3600, '1 hour ago'],
  [86_400, 'yesterday'],
  [6 * 86_400, '6 days ago'],
  [7 * 86_400, 'last week'],
  [400 * 86_400, 'last year'],
  [-42, 'in 42 seconds'],
  [-86_400, 'tomorrow'],
])('%d seconds before now reads "%s"', (seconds, words) => {
  expect(relativeTime(before(seconds), now, 'en')).toBe(words);
});

test('other languages word it themselves', () => {
  expect(relativeTime(before(180), now, 'fr')).toBe('il y a 3 minutes');
});

test('the exact time has seconds and the zone', () => {
  expect(exactTime(now, 'en-GB')).toMatch(/^24 Nov 2026, \d{1,2}:00:00 .+$/u);
});

test('the clock of another zone', () => {
  expect(clockIn('America/Chicago', now, 'en-GB')).toMatch(/^0?6:00$/u);
});

test.each([
  ['en', ['fr-FR', 'en-GB', 'en-US'], 'en-GB'],
  ['en', ['de-DE'], 'en'],
  ['en', ['eng-XX', 'en'], 'en'],
  ['es', [], 'es'],
])('dates of %s words for a reader of %j are written as in %s', (language, preferred, locale) => {
  expect(formattingLocale(language, preferred)).toBe(locale);
});
