import { describe, expect, test } from 'vitest';
import { BUILT_IN_LANGUAGE, type BrandDraft, type VideoChoice } from '../../src/branding/brand-draft.ts';
import {
  mayPublish,
  preflight,
  PREFLIGHT_CHECKS,
  type PreflightFacts,
} from '../../src/branding/preflight.ts';
import type { ReaderLanguage } from '../../src/words/reader-language.ts';
import { DEFAULT_TEXTS } from '../../src/welcome/default-texts.ts';
import { asset, draft, facts, ownSender } from './fixture.ts';

const findings = (changes: Partial<BrandDraft>, more: Partial<PreflightFacts> = {}) =>
  preflight(draft(changes), facts(more), 'en');
/** Everything that is not green, as `level code field`. */
const wrong = (changes: Partial<BrandDraft>, more: Partial<PreflightFacts> = {}): string[] =>
  findings(changes, more)
    .filter(({ level }) => level !== 'green')
    .map(({ level, code, field }) => `${level} ${code} ${field}`);
const logos = (changes: Partial<NonNullable<ReturnType<typeof asset>['logo']>>) => ({
  assets: new Map(
    ['light', 'dark'].map((id) => [id, asset(id, { logo: { ...asset('x').logo!, ...changes } })]),
  ),
});
const inEnglish = (video: VideoChoice): Partial<BrandDraft> => ({
  languages: { en: { ...BUILT_IN_LANGUAGE, video } },
});
const OWN = { kind: 'own', video: 'film', captions: 'captions', poster: 'poster' } as const;
const film = (changes: Partial<ReturnType<typeof asset>> = {}) => ({
  assets: new Map([
    ...facts().assets,
    ['film', asset('film', { kind: 'video', bytes: 3_000_000, seconds: 40, logo: null, ...changes })],
    ['captions', asset('captions', { kind: 'captions' })],
    ['poster', asset('poster', { kind: 'poster' })],
  ] as const),
});
const inSpanish = (texts: Partial<Record<keyof typeof DEFAULT_TEXTS.es, string>>): Partial<BrandDraft> => ({
  languages: {
    en: BUILT_IN_LANGUAGE,
    es: { ...BUILT_IN_LANGUAGE, texts: { ...BUILT_IN_LANGUAGE.texts, ...texts } },
  },
});

describe('a draft that lacks nothing', () => {
  test('is green in every check, with built-in words in four languages', () => {
    expect(wrong({})).toEqual([]);
    expect(new Set(findings({}).map(({ check }) => check))).toEqual(new Set(PREFLIGHT_CHECKS));
    expect(mayPublish(findings({}))).toBe(true);
  });
});

describe('what stops publishing, and what is worth a look', () => {
  test.each<[string, Partial<BrandDraft>, Partial<PreflightFacts>, string[]]>([
    ['no logo', { logoLight: null }, {}, ['red logo_missing logoLight']],
    ['a logo that is gone', { logoLight: 'gone' }, {}, ['red logo_missing logoLight']],
    ['no dark logo: a plate', { logoDark: null }, {}, []],
    ['a white logo', {}, logos({ contrastOnLight: 1.1 }), ['red logo_invisible_on_light logoLight']],
    ['a black logo on dark', {}, logos({ contrastOnDark: 1.2 }), ['red logo_invisible_on_dark logoDark']],
    ['a black logo on its plate', { logoDark: null }, logos({ contrastOnDark: 1.2 }), []],
    ['a white logo of dark pages', { scheme: 'dark' }, logos({ contrastOnLight: 1.1 }), []],
    ['a black logo of light pages', { scheme: 'light' }, logos({ contrastOnDark: 1.1 }), []],
    ['a pale logo', {}, logos({ contrastOnLight: 1.7 }), ['amber logo_faint_on_light logoLight']],
    [
      'a photo as logo',
      { logoDark: null },
      logos({ transparent: false }),
      ['amber logo_background logoLight'],
    ],
    ['a tiny logo', { logoDark: null }, logos({ sourceWidth: 64 }), ['amber logo_small logoLight']],
    ['a drawing', {}, logos({ sourceWidth: null }), []],
    ['pale yellow', { colour: '#ffe9a8' }, {}, ['amber colour_corrected_light colour']],
    ['a dark colour on dark', { colourDark: '#101010' }, {}, ['amber colour_corrected_dark colourDark']],
    ['no telephone', { phone: null }, {}, ['red phone_missing phone']],
    ['no privacy page', { privacyUrl: null }, {}, ['amber privacy_built_in privacyUrl']],
    ['http', { linkOrigin: 'http://v.riverside.example' }, {}, ['red link_not_https linkOrigin']],
    ['never checked', {}, { linkHost: { kind: 'not_checked' } }, ['red link_not_checked linkOrigin']],
    [
      'another server',
      {},
      { linkHost: { kind: 'fails', at: new Date(0), reason: 'other_answer', status: 404 } },
      ['red link_fails linkOrigin'],
    ],
    ['another name', { name: 'Acme' }, {}, ['amber link_name linkOrigin']],
    [
      'our own origin',
      { linkOrigin: 'https://pages.keyholder.example' },
      { linkHost: { kind: 'not_checked' } },
      ['amber link_shared linkOrigin'],
    ],
    ['no sender', { sender: null }, {}, ['red sender_missing sender']],
    ['somebody else’s sender', {}, { senders: [] }, ['red sender_unknown sender']],
    [
      'another brand’s sender',
      {},
      { senders: [ownSender({ usedBy: { brandId: 'brand-2', name: 'Lakeside' } })] },
      ['red sender_taken sender'],
    ],
    ['its own sender', {}, { senders: [ownSender({ usedBy: { brandId: 'brand-1', name: 'R' } })] }, []],
    [
      'a text without STOP',
      inSpanish({ welcome: DEFAULT_TEXTS.es.welcome.replace('STOP', 'ALTO') }),
      {},
      ['red part_missing languages.es.texts.welcome'],
    ],
    [
      'a help text without the number',
      inSpanish({ help: '{{brand}}: STOP' }),
      {},
      ['red part_missing languages.es.texts.help'],
    ],
    [
      'a notice without START',
      inSpanish({ optOutNotice: '{{brand}}: adiós' }),
      {},
      ['red part_missing languages.es.texts.optOutNotice'],
    ],
    [
      'a long text',
      inSpanish({ confirmation: `${DEFAULT_TEXTS.es.confirmation} ${'Gracias. '.repeat(25)}` }),
      {},
      ['amber text_long languages.es.texts.confirmation'],
    ],
    [
      'an endless text',
      inSpanish({ confirmation: `${DEFAULT_TEXTS.es.confirmation} ${'Gracias. '.repeat(120)}` }),
      {},
      ['red text_too_long languages.es.texts.confirmation'],
    ],
    [
      'own heading in one language only',
      { languages: { en: { ...BUILT_IN_LANGUAGE, heading: 'Hi' }, fr: BUILT_IN_LANGUAGE } },
      {},
      ['amber heading_mixed languages.fr.heading'],
    ],
    ['an own video', inEnglish(OWN), film(), []],
    [
      'no captions',
      inEnglish({ ...OWN, captions: null }),
      film(),
      ['red captions_missing languages.en.video'],
    ],
    ['no poster', inEnglish({ ...OWN, poster: null }), film(), ['red poster_missing languages.en.video']],
    ['a heavy film', inEnglish(OWN), film({ bytes: 30_000_000 }), ['amber video_heavy languages.en.video']],
    ['a long film', inEnglish(OWN), film({ seconds: 300 }), ['amber video_heavy languages.en.video']],
    [
      'a required video that is not there',
      { ...inEnglish({ kind: 'none' }), videoRequired: true },
      {},
      ['amber video_required_but_none languages.en.video'],
    ],
    [
      'YES although the video must be watched',
      { videoRequired: true, confirmByReply: true },
      {},
      ['amber reply_without_video confirmByReply'],
    ],
  ])('%s', (_, changes, more, expected) => {
    expect(wrong(changes, more)).toEqual(expected);
    expect(mayPublish(findings(changes, more))).toBe(!expected.some((one) => one.startsWith('red')));
  });

  test('says of everything that is wrong what to do, and of what is fine nothing', () => {
    const all = [
      ...findings(
        { phone: null, logoLight: null, sender: null, colour: '#ffffff' },
        { linkHost: { kind: 'not_checked' } },
      ),
      ...findings({ ...inEnglish({ ...OWN, captions: null, poster: null }), privacyUrl: null }),
    ];
    const said = (language: ReaderLanguage) =>
      preflight(
        draft({
          phone: null,
          logoLight: null,
          sender: null,
          colour: '#ffffff',
          ...inSpanish({ help: 'no' }),
        }),
        facts({ linkHost: { kind: 'fails', at: new Date(0), reason: 'other_answer', status: 404 } }),
        language,
      );
    for (const language of ['es', 'fr'] as const) {
      const english = said('en');
      for (const [index, finding] of said(language).entries()) {
        const { message, action } = english[index]!;
        expect(finding).toMatchObject({ code: english[index]!.code, field: english[index]!.field });
        expect(finding.message).not.toBe(message);
        if (action !== '') expect(finding.action).not.toBe(action);
      }
    }
    for (const { level, action, field, message } of all) {
      expect(message).not.toBe('');
      expect(action === '').toBe(level === 'green');
      expect(field === null).toBe(level === 'green');
    }
  });
});
