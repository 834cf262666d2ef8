import { BUILT_IN_LANGUAGE, type LanguageDraft } from '@keyholder/domain/branding/brand-draft';
import { LOCALES, type Locale } from '@keyholder/domain/branding/locale';
import type { BrandDraft, DraftEdit } from '../../api/brands.ts';

type LanguageEdit = NonNullable<NonNullable<DraftEdit['languages']>[Locale]>;

/** A draft as it will be once an edit is saved; what is typed shows at once. */
export const applyEdit = (
  draft: BrandDraft,
  { languages, phoneCountry: _, ...edit }: DraftEdit,
): BrandDraft => {
  const after: Partial<Record<Locale, LanguageDraft>> = { ...draft.languages };
  for (const language of LOCALES) {
    const change = languages?.[language];
    if (change === undefined) continue;
    if (change === null) delete after[language];
    else {
      const { texts, ...rest } = change;
      const before = after[language] ?? BUILT_IN_LANGUAGE;
      after[language] = {
        ...before,
        ...(rest as Partial<LanguageDraft>),
        texts: { ...before.texts, ...(texts as Partial<LanguageDraft['texts']>) },
      };
    }
  }
  return { ...draft, ...edit, languages: after };
};

/** Two edits one after the other. */
export const joinEdits = (first: DraftEdit, then: DraftEdit): DraftEdit => {
  const languages: Partial<Record<Locale, LanguageEdit | null>> = { ...first.languages };
  for (const language of LOCALES) {
    const change = then.languages?.[language];
    if (change === undefined) continue;
    const before = languages[language];
    languages[language] =
      change === null || before === null || before === undefined
        ? change
        : { ...before, ...change, texts: { ...before.texts, ...change.texts } };
  }
  const joined = { ...first, ...then };
  return Object.keys(languages).length === 0 ? joined : { ...joined, languages };
};

/** The names of the fields that an edit changes, as the API spells them. */
export const fieldsOf = ({ languages, ...edit }: DraftEdit): readonly string[] => [
  ...Object.keys(edit),
  ...LOCALES.flatMap((language) => {
    const change = languages?.[language];
    if (change === undefined) return [];
    if (change === null || Object.keys(change).length === 0) return [`languages.${language}`];
    const { texts = {}, ...rest } = change;
    return [
      ...Object.keys(rest).map((field) => `languages.${language}.${field}`),
      ...Object.keys(texts).map((kind) => `languages.${language}.texts.${kind}`),
    ];
  }),
];

/** An edit without the fields named. */
export const withoutFields = (edit: DraftEdit, fields: ReadonlySet<string>): DraftEdit => {
  const { languages, ...rest } = edit;
  const kept: Partial<Record<Locale, LanguageEdit | null>> = {};
  for (const language of LOCALES) {
    const change = languages?.[language];
    if (change === undefined || fields.has(`languages.${language}`)) continue;
    if (change === null) {
      kept[language] = null;
      continue;
    }
    const { texts, ...others } = change;
    const keptTexts = Object.fromEntries(
      Object.entries(texts ?? {}).filter(([kind]) => !fields.has(`languages.${language}.texts.${kind}`)),
    );
    const keptOthers = Object.fromEntries(
      Object.entries(others).filter(([field]) => !fields.has(`languages.${language}.${field}`)),
    );
    const all = { ...keptOthers, ...(Object.keys(keptTexts).length > 0 ? { texts: keptTexts } : {}) };
    if (Object.keys(all).length > 0) kept[language] = all;
  }
  const keptRest = Object.fromEntries(Object.entries(rest).filter(([field]) => !fields.has(field)));
  return Object.keys(kept).length === 0 ? keptRest : { ...keptRest, languages: kept };
};
