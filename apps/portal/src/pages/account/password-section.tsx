import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountKeys, changePassword } from '../../api/account.ts';
import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useWords } from '../../words/words.tsx';
import { passwordErrors } from '../entry/password-errors.ts';

/** @param email for password managers: whose password this is */
export function PasswordSection({ email }: { readonly email: string }) {
  const words = useWords();
  const own = words.account;
  const client = useQueryClient();
  const [changed, setChanged] = useState(false);
  const draft = useDraft({ current: '', next: '' }, ({ current, next }) => [
    ...(current === '' ? [missing('current', words.signIn.needPassword)] : []),
    ...passwordErrors(next, words.entry, 'next'),
  ]);
  const changing = useMutation({
    mutationFn: () => changePassword(draft.values.current, draft.values.next),
    onSuccess: () => {
      draft.set('current', '');
      draft.set('next', '');
      setChanged(true);
      void client.invalidateQueries({ queryKey: accountKeys.own });
    },
  });
  return (
    <Card title={own.password}>
      <DraftForm
        draft={draft}
        isPending={changing.isPending}
        className="form"
        onSubmit={() => changing.mutate()}
      >
        {changing.isError && <AccountNotice error={changing.error} />}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordField
          label={own.currentPassword}
          {...draft.field('current')}
          autoComplete="current-password"
        />
        <PasswordField
          label={own.newPassword}
          name="next"
          autoComplete="new-password"
          hint={own.passwordHint}
          value={draft.values.next}
          onChange={(value) => {
            draft.set('next', value);
            setChanged(false);
          }}
          error={changed ? null : draft.errorAt('next')}
        />
        <div className="form-actions">
          <ActionButton type="submit" pendingWords={changing.isPending ? words.common.saving : null}>
            {own.changePassword}
          </ActionButton>
          <LiveStatus className="muted">{changed && own.passwordChanged}</LiveStatus>
        </div>
      </DraftForm>
    </Card>
  );
}
