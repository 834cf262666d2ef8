import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Credentials } from '../../api/account.ts';
import { meKey } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import type { Words } from '../../words/en/index.ts';
import { useWords } from '../../words/words.tsx';

const account = () => import('../../api/account.ts');

const check = (values: Credentials, words: Words['signIn']) => [
  ...(values.email.trim() === '' ? [missing('email', words.needEmail)] : []),
  ...(values.password === '' ? [missing('password', words.needPassword)] : []),
];

/** @param onSecondFactor called where the password is right and a second factor is asked for */
export function SignInForm({ onSecondFactor }: { readonly onSecondFactor: () => void }) {
  const words = useWords();
  const client = useQueryClient();
  const draft = useDraft({ email: '', password: '' }, (values) => check(values, words.signIn));
  const signingIn = useMutation({
    // What speaks to the accounts is large; the page is there before it.
    mutationFn: async () => (await account()).signIn({ ...draft.values, email: draft.values.email.trim() }),
    onSuccess: async ({ secondFactor }) => {
      if (secondFactor) onSecondFactor();
      else await client.refetchQueries({ queryKey: meKey });
    },
  });
  return (
    <DraftForm
      draft={draft}
      isPending={signingIn.isPending}
      className="form"
      onSubmit={() => signingIn.mutate()}
    >
      {signingIn.isError && <AccountNotice error={signingIn.error} />}
      <LineField
        label={words.signIn.email}
        {...draft.field('email')}
        type="email"
        autoComplete="username"
        startsFocused
      />
      <PasswordField
        label={words.signIn.password}
        {...draft.field('password')}
        autoComplete="current-password"
      />
      <ActionButton
        type="submit"
        tone="primary"
        pendingWords={signingIn.isPending ? words.signIn.submitting : null}
      >
        {words.signIn.submit}
      </ActionButton>
      <LinkButton to={paths.forgottenPassword} tone="quiet">
        {words.entry.forgotten}
      </LinkButton>
    </DraftForm>
  );
}
