import { Copy } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { useWords } from '../../words/words.tsx';

/** A key that was just made: the only time that it is shown. */
export function ShownKey({ apiKey, onDone }: { readonly apiKey: string; readonly onDone: () => void }) {
  const words = useWords().apiKeys;
  const [copied, setCopied] = useState(false);
  return (
    <>
      <div className="dialog-body form">
        <code className="shown-key">{apiKey}</code>
        <LiveStatus className="muted">{copied && words.copied}</LiveStatus>
      </div>
      <div className="dialog-footer">
        <ActionButton
          icon={<Copy aria-hidden />}
          startsFocused
          onPress={() => {
            void navigator.clipboard.writeText(apiKey).then(() => setCopied(true));
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
