import type { WelcomePreview } from '../../api/welcome-text.ts';
import { ExternalLink } from 'lucide-react';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';

/** What the text costs and why, and where the rest of its link is. */
export function TextLength({ preview }: { readonly preview: WelcomePreview }) {
  const words = useWords().welcomeText;
  const { count, characters, encoding, forcedBy } = preview.segments;
  return (
    <div className="text-length">
      <p>
        <strong>{words.billed(count)}</strong>
      </p>
      <p>{words.characters(characters)}</p>
      <p>
        {words.encodings[encoding]}.
        {forcedBy.length > 0 &&
          ` ${words.forcedBy(forcedBy.map((character) => `“${character}”`).join(' '))}.`}
      </p>
      {preview.warning !== null && (
        <Notice tone="warning">
          <p>{preview.warning}</p>
        </Notice>
      )}
      <a className="block-link" href={preview.pageAddress} target="_blank" rel="noreferrer">
        <ExternalLink aria-hidden />
        {words.page}
      </a>
      <details>
        <summary>{words.whyDots}</summary>
        <p>{words.whyDotsAnswer}</p>
      </details>
    </div>
  );
}
