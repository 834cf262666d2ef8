import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { restoreContact } from '../../api/contacts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { focusHeading } from '../../ui/focus-heading.ts';
import { LiveStatus } from '../../ui/live-status.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';

const DONE = ['sent', 'created', 'saved', 'removed', 'restored', 'asked'] as const;

/** What a window that just closed has done with a contact; travels in the history entry. */
export interface Done {
  readonly done: (typeof DONE)[number];
  readonly name: string;
  readonly contactId: string;
}

const isDone = (state: unknown): state is Done =>
  typeof state === 'object' &&
  state !== null &&
  'done' in state &&
  'name' in state &&
  DONE.some((one) => one === state.done);

/** Says on the page what was done in the window; a removal can be undone. */
export function DoneNotice() {
  const words = useWords();
  const { state, pathname, search } = useLocation() as { state: unknown; pathname: string; search: string };
  const navigate = useNavigate();
  const client = useQueryClient();
  const show = (next: Done | null): void => {
    void navigate({ pathname, search }, { replace: true, preventScrollReset: true, state: next });
  };
  const restoring = useMutation({
    mutationFn: (done: Done) => restoreContact(done.contactId),
    onSuccess: (contact) => {
      void client.invalidateQueries();
      focusHeading();
      show({ done: 'restored', name: contact.name, contactId: contact.id });
    },
  });
  return (
    <LiveStatus className="done-notice">
      {isDone(state) && (
        <Notice
          tone={state.done === 'created' ? 'info' : 'good'}
          onDismiss={() => {
            restoring.reset();
            show(null);
            focusHeading();
          }}
        >
          <p>{words.done[state.done](state.name)}</p>
          {state.done === 'removed' && (
            <ActionButton
              startsFocused
              icon={<Undo2 aria-hidden />}
              pendingWords={restoring.isPending ? words.done.restoring : null}
              onPress={() => {
                restoring.mutate(state);
              }}
            >
              {words.done.undo}
            </ActionButton>
          )}
        </Notice>
      )}
      {restoring.isError && <ProblemNotice error={restoring.error} />}
    </LiveStatus>
  );
}
