import type { ReactNode } from 'react';

interface QuestionProps {
  /** Everything stays as it is. */
  readonly onKeep: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A question in the place of what asked it. Escape answers it, and closes nothing of what it stands in. */
export function Question({ onKeep, className, children }: QuestionProps) {
  return (
    // Not to be pressed itself: it hears the key from the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="alert"
      className={className}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onKeep();
      }}
    >
      {children}
    </div>
  );
}
