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
    <PhoneText
      label={words.phoneLabel}
      above={from}
      below={words.to(to)}
      language={preview.language}
      text={preview.text}
    />
  );
}

interface PhoneTextProps {
  readonly label: string;
  readonly above: string;
  readonly below: string;
  readonly language: string;
  readonly text: string;
}

/** A phone's screen with a text on it, and two lines about it. */
export function PhoneText({ label, above, below, language, text }: PhoneTextProps) {
  return (
    <figure className="phone" aria-label={label}>
      <figcaption className="phone-top">
        <span>{above}</span>
        <span>{below}</span>
      </figcaption>
      <p className="phone-text" lang={language} dir={RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr'}>
        {text}
      </p>
    </figure>
  );
}
