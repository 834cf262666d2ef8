import { describe, expect, test } from 'vitest';
import { BUILT_IN_LANGUAGE } from '../../src/branding/brand-draft.ts';
import { brandKeyFrom } from '../../src/branding/brand-key.ts';
import { composeVersion } from '../../src/branding/compose-version.ts';
import { contactCard } from '../../src/branding/contact-card.ts';
import { LOCALES } from '../../src/branding/locale.ts';
import { DEFAULT_TEXTS } from '../../src/welcome/default-texts.ts';
import { missingParts, textTemplate } from '../../src/welcome/text-template.ts';
import { asset, draft, facts, INTRODUCTIONS } from './fixture.ts';

const surroundings = {
  companyId: 'company-1',
  brandKey: 'riverside',
  assets: facts().assets,
  introductions: INTRODUCTIONS,
  textNumbers: ['+12125550198'],
};

describe('a version', () => {
  test('has pages and texts in every language of the draft, filled in with what the brand says of itself', () => {
    const own = { ...BUILT_IN_LANGUAGE, heading: '{{brand}} calls', body: 'Call {{phone}} & <b>' };
    const { page, texts } = composeVersion(
      draft({ languages: { en: own, ar: BUILT_IN_LANGUAGE } }),
      4,
      surroundings,
    );
    expect(Object.keys(page.words)).toEqual(['en', 'ar']);
    expect(page.words.en).toMatchObject({
      heading: 'Riverside Alarm calls',
      body: 'Call (212) 555-0199 & <b>',
    });
    expect(page.words.ar?.video).toEqual(INTRODUCTIONS.ar);
    expect(page.words.ar?.body).toContain('Riverside Alarm');
    expect(texts.ar).toEqual(DEFAULT_TEXTS.ar);
    expect(page.logoLight).toEqual({ src: '/assets/c/company-1/light.webp', width: 480, height: 120 });
    expect(page.card).toEqual({ textNumbers: ['+12125550198'], photo: '/assets/c/company-1/light.jpg' });
    expect(page.version).toBe(4);
  });

  test('shows an own video only with captions and poster, and no card without a number', () => {
    const video = { kind: 'own', video: 'film', captions: 'vtt', poster: 'poster' } as const;
    const assets = new Map([
      ['film', asset('film', { file: 'film.mp4', seconds: 21 })],
      ['vtt', asset('vtt', { file: 'vtt.vtt' })],
      ['poster', asset('poster')],
    ]);
    const of = (changes: Partial<Record<'captions' | 'poster', null>>) =>
      composeVersion(
        draft({ languages: { en: { ...BUILT_IN_LANGUAGE, video: { ...video, ...changes } } } }),
        1,
        {
          ...surroundings,
          assets,
          textNumbers: [],
        },
      ).page;
    expect(of({}).words.en?.video).toMatchObject({
      src: '/assets/c/company-1/film.mp4',
      durationSeconds: 21,
    });
    expect(of({ captions: null }).words.en?.video).toBeNull();
    expect(of({ poster: null }).words.en?.video).toBeNull();
    expect(of({}).card).toBeNull();
  });

  test('of a draft without anything can be seen all the same', () => {
    const { page } = composeVersion(draft({ logoLight: null, logoDark: null, phone: null }), 1, surroundings);
    expect(page.logoLight.src).toBe('/assets/no-logo.svg');
    expect(page.words.en?.body).not.toContain('{{');
  });
});

test.each(LOCALES)('the built-in texts say everything that they must, in %s', (language) => {
  for (const [kind, source] of Object.entries(DEFAULT_TEXTS[language])) {
    expect(missingParts(kind as keyof typeof DEFAULT_TEXTS.en, source), kind).toEqual([]);
    expect(textTemplate(source).ok, kind).toBe(true);
  }
});

describe('a contact card', () => {
  const card = contactCard({
    name: 'Ríver, Side; Alarm',
    phone: '+12125550199',
    textNumbers: ['+12125550198'],
    website: 'https://riverside.example/',
    photo: 'A'.repeat(200),
  });

  test('escapes what has a meaning and folds long lines, as phones read it', () => {
    const lines = card.split('\r\n');
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    const unfolded = card.replaceAll('\r\n ', '');
    expect(unfolded).toContain('FN:Ríver\\, Side\\; Alarm\r\n');
    expect(unfolded).toContain(`PHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(200)}\r\n`);
    expect(unfolded).toContain('TEL;TYPE=CELL:+12125550198\r\nTEL;TYPE=WORK,VOICE:+12125550199\r\n');
    expect(card).toMatch(/^BEGIN:VCARD\r\nVERSION:3.0\r\n[\s\S]*END:VCARD\r\n$/u);
  });

  test('cannot be given another property by a name', () => {
    const evil = contactCard({
      name: 'A\nTEL:+1999',
      phone: '+1',
      textNumbers: ['+1'],
      website: null,
      photo: null,
    });
    expect(evil.split('\r\n').filter((line) => line.startsWith('TEL'))).toEqual(['TEL;TYPE=CELL:+1']);
  });
});

test.each([
  ['Riverside Alarm', 'riverside-alarm'],
  ['Sécurité Éclair & Fils', 'securite-eclair-fils'],
  ['المنار', ''],
  ['API', ''],
  [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
])('a key is made of the name %j', (name, key) => {
  expect(brandKeyFrom(name)).toBe(key);
});
