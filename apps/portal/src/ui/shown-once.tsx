import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../words/words.tsx';
import { ActionButton } from './action-button.tsx';
import { LiveStatus } from './live-status.tsx';

interface ShownOnceProps {
  readonly secret: string;
  /** What it is for. */
  readonly use?: string;
  readonly onDone: () => void;
}

/** What a window holds that shows a secret that was just made: the only time that it is shown. */
export function ShownOnce({ secret, use, onDone }: ShownOnceProps) {
  const words = useWords().common;
  const [copied, setCopied] = useState(false);
  return (
    <>
      <div className="dialog-body form">
        {use !== undefined && <p>{use}</p>}
        <code className="shown-key">{secret}</code>
        <LiveStatus className="muted">{copied && words.copied}</LiveStatus>
      </div>
      <div className="dialog-footer">
        <ActionButton
          icon={<Copy aria-hidden />}
          startsFocused
          onPress={() => {
            void navigator.clipboard.writeText(secret).then(() => setCopied(true));
          }}
        >
          {words.copy}
        </ActionButton>
        <ActionButton tone="primary" onPress={onDone}>
          {words.done}
        </ActionButton>
      </div>
    </>
  );
}
