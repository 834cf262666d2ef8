import type { WelcomePreview } from '../../api/welcome-text.ts';
import { useWords } from '../../words/words.tsx';

interface PhonePreviewProps {
  readonly preview: WelcomePreview;
  /** The contact's number as shown. */
  readonly to: string;
}

const RIGHT_TO_LEFT: readonly string[] = ['ar'];

/** A phone with the very text on its screen. */
export function PhonePreview({ preview, to }: PhonePreviewProps) {
  const words = useWords().welcomeText;
  const from = preview.from === null ? words.fromPool : words.from(preview.from);
  return (
    <figure className="phone" aria-label={words.phoneLabel}>
      <figcaption className="phone-top">
        <span>{from}</span>
        <span>{words.to(to)}</span>
      </figcaption>
      <p
        className="phone-text"
        lang={preview.language}
        dir={RIGHT_TO_LEFT.includes(preview.language) ? 'rtl' : 'ltr'}
      >
        {preview.text}
      </p>
    </figure>
  );
}
