import type { Locale } from '@keyholder/domain/branding/locale';
import { DEFAULT_TEXTS, TEXT_KINDS, type TextTemplates } from '@keyholder/domain/welcome/default-texts';
import { missingParts, TEXT_VARIABLES } from '@keyholder/domain/welcome/text-template';
import { missingPartsIn } from '@keyholder/domain/words/text-verdicts';
import { LanguageTabs } from './language-tabs.tsx';
import { TemplateField } from './template-field.tsx';
import { TextBubble } from './text-bubble.tsx';
import type { Studio } from './use-studio.ts';
import { useWords } from '../../words/words.tsx';
import { useBrandingWords } from './words/use-branding-words.ts';

interface TextsSectionProps {
  readonly studio: Studio;
  readonly language: Locale;
  readonly onLanguage: (language: Locale) => void;
  readonly onKind: (kind: keyof TextTemplates) => void;
}

/** The text messages of each language, each with what it costs. */
export function TextsSection({ studio, language, onLanguage, onKind }: TextsSectionProps) {
  const { locale } = useWords();
  const words = useBrandingWords();
  const { brand, draft, change, errorAt } = studio;
  const own = draft.languages[language];
  return (
    <div className="form">
      <LanguageTabs draft={draft} language={language} onLanguage={onLanguage} />
      {own !== undefined &&
        TEXT_KINDS.map((kind) => {
          const template = own.texts[kind] ?? DEFAULT_TEXTS[language][kind];
          const missing = missingParts(kind, template);
          return (
            <div key={`${language}-${kind}`} className="text-editor" onFocus={() => onKind(kind)}>
              <TemplateField
                name={`languages.${language}.texts.${kind}`}
                label={words.textKinds[kind]}
                hint={words.textHint}
                value={own.texts[kind]}
                builtIn={DEFAULT_TEXTS[language][kind]}
                variables={TEXT_VARIABLES}
                rows={4}
                lang={language}
                error={errorAt(`languages.${language}.texts.${kind}`)}
                warning={missing.length === 0 ? null : words.missing(missingPartsIn(missing, locale))}
                onChange={(value) => change({ languages: { [language]: { texts: { [kind]: value } } } })}
              />
              <TextBubble
                draft={draft}
                brandKey={brand.brandKey}
                language={language}
                template={template}
                compact
              />
            </div>
          );
        })}
    </div>
  );
}
