import { useWords } from '../words/words.tsx';
import { ActionButton } from './action-button.tsx';

interface DiscardQuestionProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asked before a window closes over something typed. */
export function DiscardQuestion({ onKeep, onDiscard }: DiscardQuestionProps) {
  const words = useWords();
  return (
    <div className="dialog-footer discard-question" role="alert">
      <strong>{words.common.discardQuestion}</strong>
      <ActionButton tone="danger" onPress={onDiscard}>
        {words.common.discard}
      </ActionButton>
      <ActionButton tone="primary" startsFocused onPress={onKeep}>
        {words.common.keepEditing}
      </ActionButton>
    </div>
  );
}
