import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { askForPassword } from '../../api/account.ts';
import { paths } from '../../app/paths.ts';
import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';
import { EntryCard } from './entry-card.tsx';

/** Asks for a link to choose a new password. The answer is the same whether there is such an account. */
export function ForgottenPasswordPage() {
  const words = useWords();
  const own = words.entry;
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(
    { email: '' },
    ({ email }) => (email.trim() === '' ? [missing('email', words.signIn.needEmail)] : []),
    form,
  );
  const email = draft.values.email.trim();
  const asking = useMutation({ mutationFn: () => askForPassword(email) });
  return (
    <EntryCard title={own.forgottenTitle}>
      {asking.isSuccess ? (
        <Notice tone="good" role="status">
          <p>{own.forgottenDone(email)}</p>
        </Notice>
      ) : (
        <>
          <p className="muted">{own.forgottenIntro}</p>
          <form
            ref={form}
            noValidate
            className="form"
            onSubmit={(event) => {
              event.preventDefault();
              if (!asking.isPending && draft.trySubmit()) asking.mutate();
            }}
          >
            {asking.isError && <AccountNotice error={asking.error} />}
            <LineField
              label={words.signIn.email}
              name="email"
              type="email"
              autoComplete="username"
              startsFocused
              value={draft.values.email}
              onChange={(value) => {
                draft.set('email', value);
              }}
              error={draft.errorAt('email')}
            />
            <ActionButton
              type="submit"
              tone="primary"
              pendingWords={asking.isPending ? own.forgottenSubmitting : null}
            >
              {own.forgottenSubmit}
            </ActionButton>
          </form>
        </>
      )}
      <LinkButton to={paths.signIn} tone="quiet">
        {own.backToSignIn}
      </LinkButton>
    </EntryCard>
  );
}
