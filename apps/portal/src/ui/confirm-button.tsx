import { useState } from 'react';
import { useWords } from '../words/words.tsx';
import { ActionButton } from './action-button.tsx';

interface ConfirmButtonProps {
  readonly children: string;
  /** Asked before it is done. */
  readonly question: string;
  /** Words while it is being done; null otherwise. */
  readonly pendingWords: string | null;
  readonly onConfirm: () => void;
}

/** A button for what cannot be taken back: asks first, in its own place. */
export function ConfirmButton({ children, question, pendingWords, onConfirm }: ConfirmButtonProps) {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <ActionButton
        tone="quiet"
        pendingWords={pendingWords}
        onPress={() => {
          setAsking(true);
        }}
      >
        {children}
      </ActionButton>
    );
  }
  return (
    <div className="confirm" role="alert">
      <span>{question}</span>
      <ActionButton
        tone="danger"
        onPress={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {children}
      </ActionButton>
      <ActionButton
        startsFocused
        onPress={() => {
          setAsking(false);
        }}
      >
        {words.common.cancel}
      </ActionButton>
    </div>
  );
}
