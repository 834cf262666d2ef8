import { useEffect, useState, type ReactNode } from 'react';
import type { KeptDraft } from '../forms/use-kept-draft.ts';
import { useWords } from '../words/words.tsx';
import { ActionButton } from './action-button.tsx';
import { DiscardQuestion } from './discard-question.tsx';
import { DraftForm } from './draft-form.tsx';
import { KeptNotice } from './kept-notice.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { useWindow } from './window.tsx';

interface WindowFormProps<Values> {
  readonly draft: KeptDraft<Values>;
  /** How submitting goes. */
  readonly saving: { readonly isPending: boolean; readonly error: unknown };
  /** Nothing is missing or wrong. */
  readonly onSubmit: () => void;
  /** The button's words. */
  readonly submit: string;
  /** The button's words while what was submitted is on its way. */
  readonly submitting: string | null;
  readonly icon?: ReactNode;
  /** A button that does more than submitting; the one to press where there is one. */
  readonly more?: ReactNode;
  /** Stands in place of what the server said against it. */
  readonly refusal?: ReactNode;
  readonly children: ReactNode;
}

/**
 * The form of a window: what was typed an earlier time is back in it, what the server says against it stands on top,
 * and it asks before the window closes over something typed.
 */
export function WindowForm<Values>(props: WindowFormProps<Values>) {
  const { draft, saving, onSubmit, submit, submitting, icon, more, refusal, children } = props;
  const words = useWords();
  const { leave, askFirst } = useWindow();
  const [asking, setAsking] = useState(false);
  const { changed } = draft;
  useEffect(() => askFirst(changed ? () => setAsking(true) : null), [askFirst, changed]);
  const discard = (): void => {
    draft.forget();
    leave();
  };
  return (
    <DraftForm draft={draft} isPending={saving.isPending} className="dialog-form" onSubmit={onSubmit}>
      <div className="dialog-body form">
        <KeptNotice of={draft} />
        {refusal ?? (saving.error !== null && <ProblemNotice error={saving.error} />)}
        {children}
      </div>
      {asking ? (
        <DiscardQuestion onKeep={() => setAsking(false)} onDiscard={discard} />
      ) : (
        <div className="dialog-footer">
          <ActionButton onPress={discard}>{words.common.cancel}</ActionButton>
          <ActionButton
            type="submit"
            icon={icon}
            {...(more === undefined ? { tone: 'primary' as const } : {})}
            pendingWords={saving.isPending ? submitting : null}
          >
            {submit}
          </ActionButton>
          {more}
        </div>
      )}
    </DraftForm>
  );
}
