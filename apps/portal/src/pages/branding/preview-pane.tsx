import { PREVIEW_STATES, type PreviewState } from '@keyholder/domain/branding/preview-states';
import { LOCALES, type Locale } from '@keyholder/domain/branding/locale';
import { DEFAULT_TEXTS, type TextTemplates } from '@keyholder/domain/welcome/default-texts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { previewQuery } from '../../api/brands.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextBubble } from './text-bubble.tsx';
import type { Studio } from './use-studio.ts';
import { useBrandingWords } from './words/use-branding-words.ts';

interface PreviewPaneProps {
  readonly studio: Studio;
  readonly language: Locale;
  readonly onLanguage: (language: Locale) => void;
  /** What is looked at: the page, or the text that is being edited. */
  readonly text: keyof TextTemplates | null;
}

type Shown = PreviewState | 'no_script';

/**
 * The draft's page in a phone: the very document that will be published, from another origin, so that nothing on it can
 * act in the portal's name.
 */
export function PreviewPane({ studio, language, onLanguage, text }: PreviewPaneProps) {
  const words = useBrandingWords();
  const { brand, draft } = studio;
  const preview = useQuery(previewQuery(brand.id));
  const [state, setState] = useState<Shown>('ready');
  const [scheme, setScheme] = useState<'light' | 'dark'>('light');
  const there = LOCALES.filter((locale) => draft.languages[locale] !== undefined);
  const shown = there.includes(language) ? language : draft.language;
  const own = draft.languages[shown];
  const noScript = state === 'no_script';
  const query = `?scheme=${scheme}&state=${noScript ? 'ready' : state}&v=${brand.version}`;
  return (
    <section className="preview-pane" aria-label={words.preview}>
      <div className="preview-controls">
        <ChoiceField
          name="previewLanguage"
          label={words.previewLanguage}
          error={null}
          choices={there.map((id) => ({ id, text: words.languageNames[id] }))}
          value={shown}
          onChange={(id) => onLanguage(id as Locale)}
        />
        {text === null && (
          <>
            <ChoiceField
              name="previewState"
              label={words.previewState}
              error={null}
              choices={[...PREVIEW_STATES, 'no_script' as const].map((id) => ({
                id,
                text: words.states[id],
              }))}
              value={state}
              onChange={(id) => setState(id as Shown)}
            />
            <div className="choice-row" role="group" aria-label={words.previewScheme}>
              {(['light', 'dark'] as const).map((id) => (
                <button
                  key={id}
                  type="button"
                  className="choice-chip"
                  aria-pressed={scheme === id}
                  onClick={() => setScheme(id)}
                >
                  {words.previewSchemes[id]}
                </button>
              ))}
            </div>
          </>
        )}
      </div>
      <div className="preview-phone">
        {preview.isPending && <Skeleton lines={6} />}
        {preview.isError && <ProblemNotice error={preview.error} title={words.noPreview} />}
        {text !== null && own !== undefined && (
          <div className="preview-texts">
            <TextBubble
              draft={draft}
              brandKey={brand.brandKey}
              language={shown}
              template={own.texts[text] ?? DEFAULT_TEXTS[shown][text]}
            />
          </div>
        )}
        {text === null && preview.data !== undefined && (
          <iframe
            key={noScript ? 'no-script' : 'script'}
            title={words.previewFrame}
            src={`${preview.data.address}/${shown}/${query}`}
            // Another origin than this one: it keeps its own rights, and has none here.
            sandbox={noScript ? 'allow-same-origin' : 'allow-scripts allow-same-origin'}
          />
        )}
      </div>
    </section>
  );
}
