import { en, type Words } from './en/index.ts';

/** Languages that the portal is written in, each by its own name. */
export const PORTAL_LANGUAGES = { en: 'English', es: 'Español', fr: 'Français' } as const;
export type PortalLanguage = keyof typeof PORTAL_LANGUAGES;

/** Where the reader's choice is kept in this browser. */
const KEPT = 'keyholder.language';

const isPortalLanguage = (tag: string | null): tag is PortalLanguage =>
  tag !== null && Object.hasOwn(PORTAL_LANGUAGES, tag);

/** The first of the languages wanted that the portal is written in; English where there is none. */
export const bestLanguage = (wanted: readonly string[]): PortalLanguage => {
  for (const tag of wanted) {
    const language = tag.split('-')[0]?.toLowerCase() ?? '';
    if (isPortalLanguage(language)) return language;
  }
  return 'en';
};

/** The language that the reader chose here; null: whatever the browser prefers. */
export const chosenLanguage = (): PortalLanguage | null => {
  const kept = window.localStorage.getItem(KEPT);
  return isPortalLanguage(kept) ? kept : null;
};

/** The reader's language. */
export const portalLanguage = (): PortalLanguage =>
  chosenLanguage() ?? bestLanguage(window.navigator.languages);

/** Keeps the reader's choice, and shows the portal in it. @param language null: whatever the browser prefers */
export const chooseLanguage = (language: PortalLanguage | null): void => {
  if (language === null) window.localStorage.removeItem(KEPT);
  else window.localStorage.setItem(KEPT, language);
  window.location.reload();
};

/** The words of a language; only one is loaded beside English. */
export const loadWords = async (language: PortalLanguage): Promise<Words> => {
  switch (language) {
    case 'en':
      return en;
    case 'es':
      return (await import('./es/index.ts')).es;
    case 'fr':
      return (await import('./fr/index.ts')).fr;
  }
};
