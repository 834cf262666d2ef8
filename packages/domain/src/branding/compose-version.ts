import { displayPhone } from '../phone/phone-number.ts';
import { DEFAULT_TEXTS, type TextTemplates } from '../welcome/default-texts.ts';
import { assetAddress, type BrandAsset } from './brand-asset.ts';
import type { BrandDraft, LanguageDraft } from './brand-draft.ts';
import type { BrandPage, PageImage, PageVideo, PageWords } from './brand-page.ts';
import { BUILT_IN_PAGE_WORDS } from './built-in-page-words.ts';
import { brandColours } from './colours.ts';
import { LOCALES, type Locale } from './locale.ts';
import { PAGE_WORDS } from './page-words.ts';

/** What a draft refers to. */
export interface Surroundings {
  readonly companyId: string;
  readonly brandKey: string;
  /** The company's assets by id. */
  readonly assets: ReadonlyMap<string, BrandAsset>;
  /** The introduction videos that come with the product. */
  readonly introductions: Readonly<Partial<Record<Locale, PageVideo>>>;
  /** Numbers that the chosen sender texts from; empty where none is known. */
  readonly textNumbers: readonly string[];
}

/** What a version of a brand shows and says. */
export interface ComposedVersion {
  readonly page: BrandPage;
  readonly texts: Readonly<Partial<Record<Locale, TextTemplates>>>;
}

/** Stands where no logo was uploaded yet: a draft has to be seen while it is made. */
const NO_LOGO: PageImage = { src: '/assets/no-logo.svg', width: 160, height: 40 };

/** The words of a language, its own or the built-in ones, filled in with what the brand says of itself. */
const pageWords = (
  draft: BrandDraft,
  language: Locale,
  own: LanguageDraft,
  video: PageVideo | null,
): PageWords => {
  const values = { brand: draft.name, phone: draft.phone === null ? '' : displayPhone(draft.phone) };
  const fill = (source: string): string => PAGE_WORDS.compile(source)(values);
  return {
    heading: fill(own.heading ?? BUILT_IN_PAGE_WORDS[language].heading),
    body: fill(own.body ?? BUILT_IN_PAGE_WORDS[language].body),
    video,
  };
};

/** The texts of a language: its own, else the built-in ones. */
export const textsOf = (language: Locale, { texts }: LanguageDraft): TextTemplates => {
  const builtIn = DEFAULT_TEXTS[language];
  return {
    welcome: texts.welcome ?? builtIn.welcome,
    confirmation: texts.confirmation ?? builtIn.confirmation,
    help: texts.help ?? builtIn.help,
    optOutNotice: texts.optOutNotice ?? builtIn.optOutNotice,
  };
};

/**
 * The page and texts that a draft makes. Pure: the preview and the published version are the same.
 * What is missing is left out (video without captions) or stood in for (logo), so that a draft can be seen at any time.
 */
export const composeVersion = (
  draft: BrandDraft,
  version: number,
  { companyId, brandKey, assets, introductions, textNumbers }: Surroundings,
): ComposedVersion => {
  const address = (file: string): string => assetAddress(companyId, file);
  const image = (id: string | null): PageImage | null => {
    const asset = id === null ? undefined : assets.get(id);
    if (asset === undefined || asset.width === null || asset.height === null) return null;
    return { src: address(asset.file), width: asset.width, height: asset.height };
  };
  const video = (language: Locale, choice: LanguageDraft['video']): PageVideo | null => {
    if (choice.kind === 'none') return null;
    if (choice.kind === 'built_in') return introductions[language] ?? null;
    const film = assets.get(choice.video);
    const captions = choice.captions === null ? undefined : assets.get(choice.captions);
    const poster = image(choice.poster);
    if (film === undefined || captions === undefined || poster === null) return null;
    return {
      src: address(film.file),
      poster,
      captions: address(captions.file),
      durationSeconds: film.seconds ?? 0,
    };
  };
  const languages = LOCALES.flatMap((language) => {
    const own = draft.languages[language];
    return own === undefined ? [] : ([[language, own]] as const);
  });
  const logo = draft.logoLight === null ? undefined : assets.get(draft.logoLight);
  const cardPhoto = logo?.cardPhoto ?? null;
  return {
    page: {
      brandKey,
      name: draft.name,
      logoLight: image(draft.logoLight) ?? NO_LOGO,
      logoDark: image(draft.logoDark),
      colours: brandColours(draft.colour, draft.colourDark),
      scheme: draft.scheme,
      corners: draft.corners,
      phone: draft.phone ?? '+10000000000',
      phoneDisplay: draft.phone === null ? '—' : displayPhone(draft.phone),
      website: draft.website,
      privacyUrl: draft.privacyUrl,
      termsUrl: draft.termsUrl,
      defaultLanguage: draft.language,
      words: Object.fromEntries(
        languages.map(([language, own]) => [
          language,
          pageWords(draft, language, own, video(language, own.video)),
        ]),
      ),
      card:
        textNumbers.length === 0
          ? null
          : { textNumbers, photo: cardPhoto === null ? null : address(cardPhoto) },
      videoRequired: draft.videoRequired,
      version,
    },
    texts: Object.fromEntries(languages.map(([language, own]) => [language, textsOf(language, own)])),
  };
};
