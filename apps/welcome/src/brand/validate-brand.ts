import { isBrandKey } from '@keyholder/domain/branding/brand-key';
import {
  CORNERS,
  SCHEMES,
  type BrandPage,
  type PageImage,
  type PageWords,
} from '@keyholder/domain/branding/brand-page';
import { isLocale, type Locale } from '@keyholder/domain/branding/locale';

/** Paths of the host's own files: no dot segments, no second host, no escapes. */
const ASSET_PATH = /^(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)+$/u;
const COLOUR = /^#[0-9a-f]{6}$/iu;
const E164 = /^\+[1-9][0-9]{1,14}$/u;

const refuse = (field: string, value: unknown): never => {
  throw new Error(`The brand's ${field} may not go on a page: ${JSON.stringify(value)}.`);
};

/** The brand's languages, its default first. */
export const pageLanguages = (brand: BrandPage): readonly Locale[] => {
  const others = Object.keys(brand.words).filter(
    (key): key is Locale => isLocale(key) && key !== brand.defaultLanguage,
  );
  return [brand.defaultLanguage, ...others];
};

/** The words of a page; every language that {@link pageLanguages} names has them. */
export const wordsOf = (brand: BrandPage, language: Locale): PageWords =>
  brand.words[language] ?? refuse('words', language);

const image = (field: string, value: PageImage): void => {
  if (!ASSET_PATH.test(value.src)) refuse(field, value.src);
  if (!(value.width > 0 && value.height > 0)) refuse(field, value);
};

/** A web page: an absolute http(s) address, or a path on the pages' own host. */
const address = (field: string, value: string): void => {
  const url = URL.parse(value, 'https://pages.invalid');
  if (url === null || !/^https?:$/u.test(url.protocol) || !/^(?:https?:\/\/|\/(?!\/))/iu.test(value))
    refuse(field, value);
};

/**
 * Checks what escaping does not make safe: where links and files point, colours (they go into a style sheet), keys.
 * @throws naming the field.
 */
export const validateBrand = (brand: BrandPage): void => {
  if (!isBrandKey(brand.brandKey)) refuse('key', brand.brandKey);
  for (const scheme of [brand.colours.light, brand.colours.dark]) {
    for (const colour of [scheme.accent, scheme.onAccent, scheme.link])
      if (!COLOUR.test(colour)) refuse('colour', colour);
  }
  if (!SCHEMES.includes(brand.scheme)) refuse('scheme', brand.scheme);
  if (!CORNERS.includes(brand.corners)) refuse('corners', brand.corners);
  if (!E164.test(brand.phone)) refuse('phone', brand.phone);
  if (brand.privacyUrl !== null) address('privacy address', brand.privacyUrl);
  if (brand.termsUrl !== null) address('terms address', brand.termsUrl);
  if (brand.website !== null) address('website', brand.website);
  image('logo', brand.logoLight);
  if (brand.logoDark !== null) image('logo', brand.logoDark);
  for (const key of Object.keys(brand.words)) if (!isLocale(key)) refuse('language', key);
  for (const number of brand.card?.textNumbers ?? []) if (!E164.test(number)) refuse('number', number);
  const photo = brand.card?.photo ?? null;
  if (photo !== null && !ASSET_PATH.test(photo)) refuse('photo', photo);
  if (!Number.isSafeInteger(brand.version)) refuse('version', brand.version);
  for (const language of pageLanguages(brand)) {
    const { video } = wordsOf(brand, language);
    if (video === null) continue;
    image('poster', video.poster);
    if (!ASSET_PATH.test(video.src)) refuse('video', video.src);
    if (!ASSET_PATH.test(video.captions)) refuse('captions', video.captions);
  }
};
