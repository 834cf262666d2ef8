import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { brandColours } from '@keyholder/domain/branding/colours';
import type { RenderPages } from '../../src/adapters/welcome-site/page-publisher.ts';

export const words = { heading: 'Heading', body: 'Body', video: null };
const logo = { src: '/assets/logo.webp', width: 480, height: 120 };

export const brand = (changes: Partial<BrandPage> = {}): BrandPage => ({
  brandKey: 'riverside',
  name: 'Riverside Alarm',
  logoLight: logo,
  logoDark: null,
  colours: brandColours('#0b5c6b'),
  scheme: 'auto',
  corners: 'round',
  phone: '+13025550199',
  phoneDisplay: '(302) 555-0199',
  website: null,
  privacyUrl: 'https://riverside.example/privacy',
  termsUrl: 'https://riverside.example/terms',
  defaultLanguage: 'en',
  words: { en: words, es: words },
  card: null,
  videoRequired: false,
  version: 1,
  ...changes,
});

export const POLICY = '<meta http-equiv="content-security-policy" content="default-src \'none\'">';

/** Pages that tell which version they are of, long enough that half of one would show. */
export const render: RenderPages = async ({ brandKey, words: languages, version }) =>
  ['', ...Object.keys(languages).flatMap((language) => [`${language}/`, `${language}/privacy/`])].map(
    (folder) => ({
      path: `/${brandKey}/${folder}index.html`,
      html: `${POLICY}<p>${version}</p><i>${folder}</i>${'x'.repeat(200_000)}<!-- end of ${version} -->`,
    }),
  );
