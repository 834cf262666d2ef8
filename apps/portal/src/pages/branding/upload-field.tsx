import { Upload } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { UPLOAD_ACCEPTED, UPLOAD_MAX_BYTES } from '@keyholder/domain/branding/upload-limits';
import { uploadFile, type BrandAsset } from '../../api/brands.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useAnnounce } from '../../live/announcer.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { useWords } from '../../words/words.tsx';
import { useBrandingWords } from './words/use-branding-words.ts';

interface UploadFieldProps {
  readonly kind: BrandAsset['kind'];
  readonly label: string;
  readonly hint: string;
  /** What is there already; null for nothing. */
  readonly shown: ReactNode | null;
  readonly onUploaded: (asset: BrandAsset, file: File) => void;
  readonly onRemove?: (() => void) | undefined;
}

const ACCEPT = {
  logo: '.png,.jpg,.jpeg,.webp,.svg',
  poster: '.png,.jpg,.jpeg,.webp',
  video: '.mp4,.m4v,.mov',
  captions: '.vtt,.srt',
} as const;

/** Sends a file, says how far it is, and why it was not taken. */
export function UploadField({ kind, label, hint, shown, onUploaded, onRemove }: UploadFieldProps) {
  const words = useBrandingWords();
  const common = useWords();
  const announce = useAnnounce();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);

  const send = async (file: File): Promise<void> => {
    setError(null);
    if (file.size > UPLOAD_MAX_BYTES[kind]) {
      setError(common.common.accepted(UPLOAD_ACCEPTED[kind]));
      return;
    }
    setPercent(0);
    try {
      const asset = await uploadFile(kind, file, (part) => setPercent(Math.round(part * 100)));
      announce(words.saved);
      onUploaded(asset, file);
    } catch (failure) {
      const detail = failure instanceof ApiProblem ? failure.problem.detail : '';
      setError(detail === '' ? common.problems.offline : detail);
    } finally {
      setPercent(null);
      if (input.current !== null) input.current.value = '';
    }
  };

  return (
    <div
      className="field upload"
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-hint`}
    >
      <span className="field-label" id={`${id}-label`}>
        {label}
      </span>
      {shown !== null && <div className="upload-shown">{shown}</div>}
      <div className="upload-line">
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={label}
          data-upload={kind}
          accept={ACCEPT[kind]}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) void send(file);
          }}
        />
        <ActionButton
          icon={<Upload aria-hidden />}
          pendingWords={percent === null ? null : percent < 100 ? words.uploading(percent) : words.reading}
          onPress={() => input.current?.click()}
        >
          {shown === null ? words.choose : words.replace}
        </ActionButton>
        {onRemove !== undefined && shown !== null && (
          <ActionButton tone="quiet" onPress={onRemove}>
            {words.remove}
          </ActionButton>
        )}
      </div>
      {percent !== null && <progress max={100} value={percent} aria-label={label} />}
      {error !== null && (
        <p className="field-error" role="alert">
          <strong>{error}</strong>
        </p>
      )}
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
