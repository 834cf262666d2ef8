import { useMutation } from '@tanstack/react-query';
import { askForPassword } from '../../api/account.ts';
import { paths } from '../../app/paths.ts';
import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';
import { EntryCard } from './entry-card.tsx';

/** Asks for a link to choose a new password. The answer is the same whether there is such an account. */
export function ForgottenPasswordPage() {
  const words = useWords();
  const own = words.entry;
  const draft = useDraft({ email: '' }, ({ email }) =>
    email.trim() === '' ? [missing('email', words.signIn.needEmail)] : [],
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
          <DraftForm
            draft={draft}
            isPending={asking.isPending}
            className="form"
            onSubmit={() => asking.mutate()}
          >
            {asking.isError && <AccountNotice error={asking.error} />}
            <LineField
              label={words.signIn.email}
              {...draft.field('email')}
              type="email"
              autoComplete="username"
              startsFocused
            />
            <ActionButton
              type="submit"
              tone="primary"
              pendingWords={asking.isPending ? own.forgottenSubmitting : null}
            >
              {own.forgottenSubmit}
            </ActionButton>
          </DraftForm>
        </>
      )}
      <LinkButton to={paths.signIn} tone="quiet">
        {own.backToSignIn}
      </LinkButton>
    </EntryCard>
  );
}
