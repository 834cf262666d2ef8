import { Copy } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { useWords } from '../../words/words.tsx';

/** A secret that was just made: the only time that it is shown. */
export function ShownSecret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const words = useWords().webhooks;
  const [copied, setCopied] = useState(false);
  return (
    <>
      <div className="dialog-body form">
        <p>{words.secretUse}</p>
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
