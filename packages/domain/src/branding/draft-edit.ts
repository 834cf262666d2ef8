import { isCountry } from '../phone/country.ts';
import { parsePhone } from '../phone/phone-number.ts';
import { lengthOf, plainLine } from '../shared/plain-text.ts';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';
import { TEXT_KINDS, type TextTemplates } from '../welcome/default-texts.ts';
import type { TextSenderIdentity } from '../welcome/text-sender.ts';
import { textTemplate } from '../welcome/text-template.ts';
import { BUILT_IN_LANGUAGE, type BrandDraft, type LanguageDraft, type VideoChoice } from './brand-draft.ts';
import type { Corners, Scheme } from './brand-page.ts';
import { isBrandColour } from './colours.ts';
import { isLocale, LOCALES, type Locale } from './locale.ts';
import { PAGE_WORDS, PAGE_WORDS_MAX } from './page-words.ts';
import { isWebAddress, readOrigin } from './web-address.ts';

/** What is edited of one language; what is not given keeps its value, null brings the built-in words back. */
export interface LanguageEdit {
  readonly heading?: string | null | undefined;
  readonly body?: string | null | undefined;
  readonly texts?: { readonly [Kind in keyof TextTemplates]?: string | null | undefined } | undefined;
  readonly video?: VideoChoice | undefined;
}

/** What is edited of a draft; what is not given keeps its value. */
export interface DraftEdit {
  readonly name?: string | undefined;
  /** As people type it; numbers without a country code are read as `phoneCountry`'s. */
  readonly phone?: string | null | undefined;
  /** ISO 3166-1 alpha-2; US where it is not given. */
  readonly phoneCountry?: string | undefined;
  readonly website?: string | null | undefined;
  readonly privacyUrl?: string | null | undefined;
  readonly termsUrl?: string | null | undefined;
  readonly colour?: string | undefined;
  readonly colourDark?: string | null | undefined;
  readonly scheme?: Scheme | undefined;
  readonly corners?: Corners | undefined;
  readonly logoLight?: string | null | undefined;
  readonly logoDark?: string | null | undefined;
  readonly language?: string | undefined;
  /** By language; null takes one away, an empty object brings one with the built-in words. */
  readonly languages?: Readonly<Record<string, LanguageEdit | null | undefined>> | undefined;
  readonly videoRequired?: boolean | undefined;
  readonly confirmByReply?: boolean | undefined;
  readonly confirmationText?: boolean | undefined;
  readonly reminderDays?: number | null | undefined;
  readonly linkLifeDays?: number | undefined;
  readonly linkOrigin?: string | undefined;
  readonly sender?: TextSenderIdentity | null | undefined;
}

/** Most characters of one text; more cannot fit eight segments. */
const TEXT_MAX = 1300;

/** Characters that hide or reorder what is read; line breaks and direction marks of right-to-left words stay. */
const HIDING = /[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Cs}]/u;

type Refuse = (field: string, code: string, message: string, accepted: string) => void;

/** Words over several lines, trimmed; null where nothing is left. */
const words = (input: string, field: string, max: number, refuse: Refuse): string | null => {
  const text = input.normalize('NFC').replace(/\r\n?/gu, '\n').trim();
  if (text === '') return null;
  if (lengthOf(text) > max)
    refuse(
      field,
      'too_long',
      `${lengthOf(text)} characters are more than ${max}.`,
      `at most ${max} characters`,
    );
  if (HIDING.test(text.replaceAll('\n', ' ')))
    refuse(field, 'unreadable_characters', 'It holds invisible characters.', 'readable text');
  return text;
};

/** Checks an edit of one language and applies it. */
const editLanguage = (
  saved: LanguageDraft,
  edit: LanguageEdit,
  field: string,
  errors: FieldError[],
): LanguageDraft => {
  const refuse: Refuse = (name, code, message, accepted) =>
    errors.push({ field: name, code, message, accepted });
  const pageWords = (key: 'heading' | 'body'): string | null => {
    const value = edit[key];
    if (value === undefined) return saved[key];
    const name = `${field}.${key}`;
    const text = value === null ? null : words(value, name, PAGE_WORDS_MAX[key], refuse);
    if (text === null) return null;
    if (key === 'heading' && text.includes('\n'))
      refuse(name, 'unreadable_characters', 'A heading is one line.', 'one line');
    const parts = PAGE_WORDS.parts(text, name);
    if (!parts.ok) errors.push(parts.error);
    return text;
  };
  const message = (kind: keyof TextTemplates): string | null => {
    const value = edit.texts?.[kind];
    if (value === undefined) return saved.texts[kind];
    const name = `${field}.texts.${kind}`;
    const text = value === null ? null : words(value, name, TEXT_MAX, refuse);
    if (text === null) return null;
    const template = textTemplate(text, name);
    if (!template.ok) errors.push(template.error);
    return text;
  };
  return {
    heading: pageWords('heading'),
    body: pageWords('body'),
    texts: {
      welcome: message('welcome'),
      confirmation: message('confirmation'),
      help: message('help'),
      optOutNotice: message('optOutNotice'),
    },
    video: edit.video ?? saved.video,
  };
};

/** The languages after an edit, in the order in which pages offer them. */
const editLanguages = (
  saved: BrandDraft['languages'],
  edit: NonNullable<DraftEdit['languages']>,
  errors: FieldError[],
): BrandDraft['languages'] => {
  const after: Partial<Record<Locale, LanguageDraft>> = { ...saved };
  for (const [language, change] of Object.entries(edit)) {
    if (change === undefined) continue;
    if (!isLocale(language)) {
      errors.push({
        field: `languages.${language}`,
        code: 'unknown_language',
        message: 'There are no pages in this language.',
        accepted: LOCALES.join(', '),
      });
    } else if (change === null) {
      delete after[language];
    } else {
      const before = after[language] ?? BUILT_IN_LANGUAGE;
      after[language] = editLanguage(before, change, `languages.${language}`, errors);
    }
  }
  return Object.fromEntries(
    LOCALES.flatMap((language) => (after[language] === undefined ? [] : [[language, after[language]]])),
  );
};

/**
 * Checks an edit and applies it to a draft. What is incomplete is kept and found before publishing; what could never be
 * published (no address, no template, no colour) is refused, each field with what would be accepted.
 */
export const editDraft = (saved: BrandDraft, edit: DraftEdit): Result<BrandDraft, readonly FieldError[]> => {
  const errors: FieldError[] = [];
  const refuse: Refuse = (field, code, message, accepted) => errors.push({ field, code, message, accepted });
  const name = edit.name === undefined ? ok(saved.name) : plainLine(edit.name, 'name', { max: 60 });
  if (!name.ok) errors.push(name.error);
  const phone = (): string | null => {
    if (edit.phone === undefined) return saved.phone;
    if (edit.phone === null || edit.phone.trim() === '') return null;
    const country = (edit.phoneCountry ?? 'US').toUpperCase();
    if (!isCountry(country)) {
      refuse('phoneCountry', 'unknown_country', 'There is no such country.', 'a two-letter code such as US');
      return saved.phone;
    }
    const parsed = parsePhone(edit.phone, country, 'phone');
    if (parsed.ok) return parsed.value.e164;
    errors.push(parsed.error);
    return saved.phone;
  };
  const address = (field: 'website' | 'privacyUrl' | 'termsUrl'): string | null => {
    const value = edit[field];
    if (value === undefined) return saved[field];
    const text = (value ?? '').trim();
    if (text === '') return null;
    if (!isWebAddress(text))
      refuse(
        field,
        'not_an_address',
        'This is no address of a web page.',
        'an address such as https://acme.example/privacy',
      );
    return text;
  };
  const colour = <T extends string | null>(
    field: 'colour' | 'colourDark',
    value: T | undefined,
    kept: T,
  ): T => {
    if (value === undefined || value === null) return value === undefined ? kept : value;
    if (!isBrandColour(value))
      refuse(field, 'not_a_colour', 'This is no colour.', 'a colour such as #1f5f8b');
    return value.toLowerCase() as T;
  };
  const days = <T extends number | null>(field: string, value: T | undefined, kept: T, max: number): T => {
    if (value === undefined) return kept;
    if (value !== null && !(Number.isInteger(value) && value >= 1 && value <= max))
      refuse(field, 'out_of_range', 'This is no such number of days.', `a whole number from 1 to ${max}`);
    return value;
  };
  const languages =
    edit.languages === undefined ? saved.languages : editLanguages(saved.languages, edit.languages, errors);
  const language = edit.language ?? saved.language;
  if (!isLocale(language) || languages[language] === undefined) {
    refuse(
      edit.language === undefined ? `languages.${language}` : 'language',
      'no_words',
      'The first language of a brand is one of its languages.',
      `one of ${Object.keys(languages).join(', ')}; choose another first language before you take one away`,
    );
  }
  const origin = edit.linkOrigin === undefined ? null : readOrigin(edit.linkOrigin.trim());
  if (edit.linkOrigin !== undefined && origin === null)
    refuse(
      'linkOrigin',
      'not_an_origin',
      'This is no web host.',
      'https:// and a host, without a path: https://v.acme.example',
    );
  const draft: BrandDraft = {
    name: name.ok ? name.value : saved.name,
    phone: phone(),
    website: address('website'),
    privacyUrl: address('privacyUrl'),
    termsUrl: address('termsUrl'),
    colour: colour('colour', edit.colour, saved.colour),
    scheme: edit.scheme ?? saved.scheme,
    corners: edit.corners ?? saved.corners,
    colourDark: colour('colourDark', edit.colourDark, saved.colourDark),
    logoLight: edit.logoLight === undefined ? saved.logoLight : edit.logoLight,
    logoDark: edit.logoDark === undefined ? saved.logoDark : edit.logoDark,
    language: isLocale(language) ? language : saved.language,
    languages,
    videoRequired: edit.videoRequired ?? saved.videoRequired,
    confirmByReply: edit.confirmByReply ?? saved.confirmByReply,
    confirmationText: edit.confirmationText ?? saved.confirmationText,
    reminderDays: days('reminderDays', edit.reminderDays, saved.reminderDays, 14),
    linkLifeDays: days('linkLifeDays', edit.linkLifeDays, saved.linkLifeDays, 365),
    linkOrigin: origin?.origin ?? saved.linkOrigin,
    sender: edit.sender === undefined ? saved.sender : edit.sender,
  };
  return errors.length > 0 ? err(errors) : ok(draft);
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which two drafts differ, as the API spells them; those of a language by its name. */
export const draftChanges = (before: BrandDraft, after: BrandDraft): readonly string[] => {
  const fields = (Object.keys(after) as (keyof BrandDraft)[]).filter(
    (field) => field !== 'languages' && !same(before[field], after[field]),
  );
  const inLanguages = LOCALES.flatMap((language) => {
    const [was, is] = [before.languages[language], after.languages[language]];
    if (was === undefined || is === undefined) return was === is ? [] : [`languages.${language}`];
    return [
      ...(['heading', 'body', 'video'] as const).filter((field) => !same(was[field], is[field])),
      ...TEXT_KINDS.filter((kind) => was.texts[kind] !== is.texts[kind]).map((kind) => `texts.${kind}`),
    ].map((field) => `languages.${language}.${field}`);
  });
  return [...fields, ...inLanguages];
};
