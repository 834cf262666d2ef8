import type { TextTemplates } from '../welcome/default-texts.ts';
import { LINK_LIFE_DAYS } from '../welcome/link.ts';
import type { TextSenderIdentity } from '../welcome/text-sender.ts';
import type { Corners, Scheme } from './brand-page.ts';
import type { Locale } from './locale.ts';

/** What is shown as the introduction video of one language. Files are named by the ids of the company's assets. */
export type VideoChoice =
  | { readonly kind: 'built_in' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'own';
      readonly video: string;
      /** WebVTT; needed before publishing. */
      readonly captions: string | null;
      /** The picture shown before it plays; needed before publishing. */
      readonly poster: string | null;
    };

/** What one language says. Null: the built-in words. */
export interface LanguageDraft {
  /** Page words: Handlebars with {@link PAGE_VARIABLES}. */
  readonly heading: string | null;
  readonly body: string | null;
  /** Handlebars with the variables of text messages. */
  readonly texts: { readonly [Kind in keyof TextTemplates]: string | null };
  readonly video: VideoChoice;
}

/** Everything that a company decides about a brand; kept while it is edited, copied into a version when published. */
export interface BrandDraft {
  readonly name: string;
  /** The company's telephone, E.164; needed before publishing. */
  readonly phone: string | null;
  readonly website: string | null;
  /** Null: the built-in page about the texts. */
  readonly privacyUrl: string | null;
  readonly termsUrl: string | null;
  /** `#rrggbb`; readable colours are computed from it. */
  readonly colour: string;
  /** The colour of the dark scheme; null: computed from `colour`. */
  readonly colourDark: string | null;
  readonly scheme: Scheme;
  readonly corners: Corners;
  /** Ids of assets. */
  readonly logoLight: string | null;
  readonly logoDark: string | null;
  /** Where nothing else says which; one of `languages`. */
  readonly language: Locale;
  readonly languages: Readonly<Partial<Record<Locale, LanguageDraft>>>;
  /** Confirm stays closed until the video was played to its end. */
  readonly videoRequired: boolean;
  /** Whether YES confirms, where no video must be watched. */
  readonly confirmByReply: boolean;
  /** Whether a text follows after Confirm. */
  readonly confirmationText: boolean;
  /** Days after which one reminder goes out, 1–14, at dealers that have not set another number; null: none. */
  readonly reminderDays: number | null;
  readonly linkLifeDays: number;
  /** Origin of the links in texts, for example `https://v.riverside.example`. */
  readonly linkOrigin: string;
  /** Null until one of the company's senders is chosen; needed before publishing. */
  readonly sender: TextSenderIdentity | null;
}

/** Days after which one reminder goes out, unless the brand sets another number. */
export const REMINDER_DAYS = 3;

/** A language with built-in words and video. */
export const BUILT_IN_LANGUAGE: LanguageDraft = {
  heading: null,
  body: null,
  texts: { welcome: null, confirmation: null, help: null, optOutNotice: null },
  video: { kind: 'built_in' },
};

/** A brand as it begins: everything built in, one colour, no logo yet. */
export const newBrandDraft = (given: {
  readonly name: string;
  readonly linkOrigin: string;
  readonly languages: readonly Locale[];
}): BrandDraft => ({
  name: given.name,
  phone: null,
  website: null,
  privacyUrl: null,
  termsUrl: null,
  colour: '#1f5f8b',
  colourDark: null,
  scheme: 'auto',
  corners: 'round',
  logoLight: null,
  logoDark: null,
  language: given.languages[0] ?? 'en',
  languages: Object.fromEntries(given.languages.map((language) => [language, BUILT_IN_LANGUAGE])),
  videoRequired: false,
  confirmByReply: false,
  confirmationText: true,
  reminderDays: REMINDER_DAYS,
  linkLifeDays: LINK_LIFE_DAYS,
  linkOrigin: given.linkOrigin,
  sender: null,
});

/** The ids of the assets that a draft shows. */
export const assetsOf = (draft: BrandDraft): readonly string[] => {
  const own = Object.values(draft.languages).flatMap(({ video }) =>
    video.kind === 'own' ? [video.video, video.captions, video.poster] : [],
  );
  return [draft.logoLight, draft.logoDark, ...own].filter((id) => id !== null);
};
