import type { Locale } from '@keyholder/domain/branding/locale';
import { sampleText } from '@keyholder/domain/branding/preflight';
import { judgeSegments } from '@keyholder/domain/welcome/segments';
import type { BrandDraft } from '../../api/brands.ts';
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
  const words = useBrandingWords();
  const sample = sampleText(draft, brandKey, template);
  if (sample === null) return null;
  const { text, segments } = sample;
  const verdict = judgeSegments(segments);
  return (
    <figure className="text-bubble" aria-label={words.textFrame} data-compact={compact || undefined}>
      {!compact && (
        <p lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
          {text}
        </p>
      )}
      <figcaption data-verdict={verdict.kind}>
        {words.segments(segments.count, segments.characters, segments.encoding)}
        {verdict.kind !== 'fine' && <strong> {verdict.message}</strong>}
      </figcaption>
    </figure>
  );
}
