import { useState } from 'react';
import { useWords } from '../words/words.tsx';
import { ActionButton } from './action-button.tsx';
import { Question } from './question.tsx';

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
  const leave = (): void => setAsking(false);
  return (
    <Question className="confirm" onKeep={leave}>
      <span>{question}</span>
      <ActionButton
        tone="danger"
        onPress={() => {
          leave();
          onConfirm();
        }}
      >
        {children}
      </ActionButton>
      <ActionButton startsFocused onPress={leave}>
        {words.common.cancel}
      </ActionButton>
    </Question>
  );
}
