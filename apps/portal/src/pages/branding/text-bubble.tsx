import type { Locale } from '@keyholder/domain/branding/locale';
import { sampleText } from '@keyholder/domain/branding/sample-text';
import { judgeSegments } from '@keyholder/domain/welcome/segments';
import { segmentsVerdictIn } from '@keyholder/domain/words/text-verdicts';
import type { BrandDraft } from '../../api/brands.ts';
import { useWords } from '../../words/words.tsx';
import { useBrandingWords } from './words/use-branding-words.ts';

interface TextBubbleProps {
  readonly draft: BrandDraft;
  readonly brandKey: string;
  readonly language: Locale;
  readonly template: string;
  /** Only what it costs: the text itself stands beside the form. */
  readonly compact?: boolean;
}

/** A text as it arrives, with its segments; nothing while it is no template. */
export function TextBubble({ draft, brandKey, language, template, compact = false }: TextBubbleProps) {
  const { locale } = useWords();
  const words = useBrandingWords();
  const sample = sampleText(draft, brandKey, template);
  if (sample === null) return null;
  const { text, segments } = sample;
  const verdict = segmentsVerdictIn(segments, locale);
  return (
    <figure className="text-bubble" aria-label={words.textFrame} data-compact={compact || undefined}>
      {!compact && (
        <p lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
          {text}
        </p>
      )}
      <figcaption data-verdict={judgeSegments(segments)}>
        {words.segments(segments.count, segments.characters, segments.encoding)}
        {verdict !== null && <strong> {verdict}</strong>}
      </figcaption>
    </figure>
  );
}
