import { brandColours } from '@keyholder/domain/branding/colours';
import { BUILT_IN_PAGE_WORDS } from '@keyholder/domain/branding/built-in-page-words';
import type { BrandPage, PageVideo, PageWords } from '@keyholder/domain/branding/brand-page';
import { LOCALES, type Locale } from '@keyholder/domain/branding/locale';

const VIDEO: PageVideo = {
  src: '/assets/introduction-en.mp4',
  poster: { src: '/assets/introduction-en.webp', width: 960, height: 540 },
  captions: '/assets/introduction-en.vtt',
  durationSeconds: 34,
};

const words = (language: Locale, video: PageVideo | null): PageWords => ({
  heading: BUILT_IN_PAGE_WORDS[language].heading,
  body: BUILT_IN_PAGE_WORDS[language].body.replace('{{brand}}', 'Riverside Alarm'),
  video,
});

/** A brand with everything that a brand can have, in all languages. */
export const riverside = (changes: Partial<BrandPage> = {}): BrandPage => ({
  brandKey: 'riverside',
  name: 'Riverside Alarm',
  logoLight: { src: '/assets/demo/riverside-light.webp', width: 366, height: 120 },
  logoDark: { src: '/assets/demo/riverside-dark.webp', width: 366, height: 120 },
  colours: brandColours('#0b5c6b'),
  scheme: 'auto',
  corners: 'round',
  phone: '+13025550199',
  phoneDisplay: '(302) 555-0199',
  website: 'https://riverside.example/',
  privacyUrl: 'https://riverside.example/privacy',
  termsUrl: 'https://riverside.example/terms',
  defaultLanguage: 'en',
  words: Object.fromEntries(LOCALES.map((language) => [language, words(language, VIDEO)])),
  card: { textNumbers: ['+13025550198'], photo: '/assets/demo/riverside-light.jpg' },
  videoRequired: false,
  version: 3,
  ...changes,
});

/** The same brand in English only. */
export const inEnglish = (changes: Partial<BrandPage> = {}): BrandPage =>
  riverside({ words: { en: words('en', VIDEO) }, ...changes });
