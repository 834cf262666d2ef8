import type { ReactNode } from 'react';
import { DiscardQuestion } from './discard-question.tsx';
import type { Discarding } from './use-discard-question.ts';

/** The buttons of a window, or the question that stands in their place. */
export function WindowFooter({
  discarding: { asking, onKeep, onDiscard },
  children,
}: {
  readonly discarding: Discarding;
  readonly children: ReactNode;
}) {
  return asking ? (
    <DiscardQuestion onKeep={onKeep} onDiscard={onDiscard} />
  ) : (
    <div className="dialog-footer">{children}</div>
  );
}
