import { BUILT_IN_PAGE_WORDS } from '@keyholder/domain/branding/built-in-page-words';
import { LOCALES, type Locale } from '@keyholder/domain/branding/locale';
import { PAGE_VARIABLES } from '@keyholder/domain/branding/page-words';
import { ActionButton } from '../../ui/action-button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LanguageTabs } from './language-tabs.tsx';
import { TemplateField } from './template-field.tsx';
import type { Studio } from './use-studio.ts';
import { VideoFields } from './video-fields.tsx';
import { useBrandingWords } from './words/use-branding-words.ts';

interface WordsSectionProps {
  readonly studio: Studio;
  readonly language: Locale;
  readonly onLanguage: (language: Locale) => void;
}

/** What the page says in each language, and its video. */
export function WordsSection({ studio, language, onLanguage }: WordsSectionProps) {
  const words = useBrandingWords();
  const { draft, change, errorAt } = studio;
  const own = draft.languages[language];
  const there = LOCALES.filter((locale) => draft.languages[locale] !== undefined);
  const edit = (value: object) => change({ languages: { [language]: value } });
  return (
    <div className="form">
      <ChoiceField
        name="language"
        label={words.firstLanguage}
        hint={words.firstLanguageHint}
        error={errorAt('language')}
        choices={there.map((id) => ({ id, text: words.languageNames[id] }))}
        value={draft.language}
        onChange={(id) => change({ language: id as Locale })}
      />
      <LanguageTabs draft={draft} language={language} onLanguage={onLanguage} />
      {own === undefined ? (
        <ActionButton onPress={() => edit({})}>
          {words.addLanguage(words.languageNames[language])}
        </ActionButton>
      ) : (
        <>
          {(['heading', 'body'] as const).map((part) => (
            <TemplateField
              key={`${language}-${part}`}
              name={`languages.${language}.${part}`}
              label={words[part]}
              hint={words.builtInWords}
              value={own[part]}
              builtIn={BUILT_IN_PAGE_WORDS[language][part]}
              variables={PAGE_VARIABLES}
              rows={part === 'heading' ? 1 : 4}
              lang={language}
              error={errorAt(`languages.${language}.${part}`)}
              onChange={(value) => edit({ [part]: value })}
            />
          ))}
          <VideoFields key={language} studio={studio} language={language} own={own} />
          {language !== draft.language && (
            <ActionButton tone="quiet" onPress={() => change({ languages: { [language]: null } })}>
              {words.removeLanguage(words.languageNames[language])}
            </ActionButton>
          )}
        </>
      )}
    </div>
  );
}
