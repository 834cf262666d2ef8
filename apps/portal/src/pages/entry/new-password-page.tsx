import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { choosePassword } from '../../api/account.ts';
import { paths } from '../../app/paths.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useWords } from '../../words/words.tsx';
import { EntryCard } from './entry-card.tsx';
import { linkToken } from './link-token.ts';
import { passwordErrors } from './password-errors.ts';

/** Where the link of a mail leads: a new password is chosen. */
export function NewPasswordPage() {
  const words = useWords();
  const own = words.entry;
  const token = linkToken(useLocation().hash);
  const draft = useDraft({ password: '' }, ({ password }) => passwordErrors(password, own));
  const choosing = useMutation({ mutationFn: () => choosePassword(token, draft.values.password) });
  return (
    <EntryCard title={own.newPasswordTitle}>
      {choosing.isSuccess ? (
        <>
          <Notice tone="good" role="status">
            <p>{own.newPasswordDone}</p>
          </Notice>
          <LinkButton to={paths.signIn} tone="primary">
            {words.signIn.submit}
          </LinkButton>
        </>
      ) : (
        <>
          <p className="muted">{own.newPasswordIntro}</p>
          <DraftForm
            draft={draft}
            isPending={choosing.isPending}
            className="form"
            onSubmit={() => choosing.mutate()}
          >
            {choosing.isError && <AccountNotice error={choosing.error} />}
            <PasswordField
              label={own.newPassword}
              {...draft.field('password')}
              autoComplete="new-password"
              startsFocused
            />
            <ActionButton
              type="submit"
              tone="primary"
              pendingWords={choosing.isPending ? own.newPasswordSubmitting : null}
            >
              {own.newPasswordSubmit}
            </ActionButton>
          </DraftForm>
          <LinkButton to={paths.forgottenPassword} tone="quiet">
            {own.forgotten}
          </LinkButton>
        </>
      )}
    </EntryCard>
  );
}
