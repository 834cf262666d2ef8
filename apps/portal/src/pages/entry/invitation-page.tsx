import type { Schemas } from '@keyholder/api-client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { acceptInvitation, invitedQuery } from '../../api/account.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import { paths } from '../../app/paths.ts';
import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { EntryCard } from './entry-card.tsx';
import { linkToken } from './link-token.ts';
import { passwordErrors } from './password-errors.ts';

/** Where the link of an invitation leads. */
export function InvitationPage() {
  const words = useWords();
  const own = words.entry;
  const token = linkToken(useLocation().hash);
  const invited = useQuery(invitedQuery(token));
  return (
    <EntryCard title={own.invitationTitle}>
      {invited.isError && <ProblemNotice error={invited.error} title={own.noInvitation} />}
      {invited.isPending && <Skeleton lines={4} label={words.common.loading} />}
      {invited.data !== undefined && <Invited token={token} invited={invited.data} />}
    </EntryCard>
  );
}

function Invited({ token, invited }: { readonly token: string; readonly invited: Schemas['Invited'] }) {
  const words = useWords();
  const own = words.entry;
  const { hasAccount, email } = invited;
  const draft = useDraft({ name: '', password: '' }, ({ name, password }) =>
    hasAccount
      ? []
      : [...(name.trim() === '' ? [missing('name', own.needName)] : []), ...passwordErrors(password, own)],
  );
  const accepting = useMutation({
    mutationFn: () => acceptInvitation(token, hasAccount ? {} : draft.values),
    onError: (error) => {
      draft.refuse(fieldErrorsOf(error));
    },
  });
  if (accepting.isSuccess || invited.accepted) {
    return (
      <>
        <Notice tone="good" role="status">
          <p>{own.accepted}</p>
        </Notice>
        <LinkButton to={paths.signIn} tone="primary">
          {words.signIn.submit}
        </LinkButton>
      </>
    );
  }
  return (
    <>
      <p>{own.invitationIntro(invited.place, invited.invitedBy)}</p>
      <p className="muted">{own.roles[invited.role]}</p>
      <p className="muted">{hasAccount ? own.invitationAccount(email) : own.invitationNew(email)}</p>
      <DraftForm
        draft={draft}
        isPending={accepting.isPending}
        className="form"
        onSubmit={() => accepting.mutate()}
      >
        {accepting.isError && <ProblemNotice error={accepting.error} />}
        {!hasAccount && (
          <>
            <LineField label={own.name} {...draft.field('name')} autoComplete="name" startsFocused />
            <PasswordField
              label={own.password}
              {...draft.field('password')}
              autoComplete="new-password"
              hint={own.passwordHint}
            />
          </>
        )}
        <ActionButton type="submit" tone="primary" pendingWords={accepting.isPending ? own.accepting : null}>
          {own.accept}
        </ActionButton>
      </DraftForm>
    </>
  );
}
