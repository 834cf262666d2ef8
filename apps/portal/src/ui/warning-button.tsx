import { useState, type ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { Notice } from './notice.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { Question } from './question.tsx';

interface WarningButtonProps {
  readonly icon: ReactNode;
  readonly children: string;
  readonly question: string;
  /** What it means to do it. */
  readonly meaning: string;
  /** The words for leaving everything as it is. */
  readonly keep: string;
  /** Words while it is being done; null otherwise. */
  readonly pendingWords: string | null;
  /** What went wrong; null: nothing. */
  readonly error: unknown;
  readonly onConfirm: () => void;
}

/** A button for what takes something away: asks first, and says what that means. */
export function WarningButton(props: WarningButtonProps) {
  const { icon, children, question, meaning, keep, pendingWords, error, onConfirm } = props;
  const [isAsked, setAsked] = useState(false);
  const [isKept, setKept] = useState(false);
  if (!isAsked) {
    return (
      <ActionButton tone="quiet" startsFocused={isKept} icon={icon} onPress={() => setAsked(true)}>
        {children}
      </ActionButton>
    );
  }
  const leave = (): void => {
    setKept(true);
    setAsked(false);
  };
  return (
    <Question onKeep={leave}>
      <Notice tone="warning" title={question}>
        <p>{meaning}</p>
        <div className="contact-actions">
          <ActionButton tone="danger" pendingWords={pendingWords} onPress={onConfirm}>
            {children}
          </ActionButton>
          <ActionButton startsFocused onPress={leave}>
            {keep}
          </ActionButton>
        </div>
        {error !== null && <ProblemNotice error={error} />}
      </Notice>
    </Question>
  );
}
