import { LOCALES, type Locale } from '@keyholder/domain/branding/locale';
import type { BrandDraft } from '../../api/brands.ts';
import { useBrandingWords } from './words/use-branding-words.ts';

interface LanguageTabsProps {
  readonly draft: BrandDraft;
  readonly language: Locale;
  readonly onLanguage: (language: Locale) => void;
}

/** Which language is edited and shown; those that the brand has not are paler. */
export function LanguageTabs({ draft, language, onLanguage }: LanguageTabsProps) {
  const words = useBrandingWords();
  return (
    <div className="choice-row" role="group" aria-label={words.languages}>
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          className="choice-chip"
          aria-pressed={locale === language}
          data-missing={draft.languages[locale] === undefined || undefined}
          onClick={() => onLanguage(locale)}
        >
          {words.languageNames[locale]}
        </button>
      ))}
    </div>
  );
}
