import { useState } from 'react';
import { useWords } from '../words/words.tsx';
import { ActionButton } from './action-button.tsx';
import { Question } from './question.tsx';

interface DiscardQuestionProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asked before a window closes over something typed; whoever keeps it goes on where they were. */
export function DiscardQuestion({ onKeep, onDiscard }: DiscardQuestionProps) {
  const words = useWords();
  const [typedInto] = useState(() => document.activeElement);
  const keep = (): void => {
    onKeep();
    if (typedInto instanceof HTMLElement) typedInto.focus();
  };
  return (
    <Question className="dialog-footer discard-question" onKeep={keep}>
      <strong>{words.common.discardQuestion}</strong>
      <ActionButton tone="danger" onPress={onDiscard}>
        {words.common.discard}
      </ActionButton>
      <ActionButton tone="primary" startsFocused onPress={keep}>
        {words.common.keepEditing}
      </ActionButton>
    </Question>
  );
}
